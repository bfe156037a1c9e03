import { Component } from 'preact';
import type { PublishedOutput } from '../../contract/published.ts';
import type { SubmitResult } from '../mount.ts';
import type { Widget } from '../widget.ts';
import { contactFields, type ContactField } from './contact-fields.tsx';
import { Failure } from './failure.tsx';
import type { Contact } from './send.ts';
import { adoptStyle } from '../adopt-style.ts';
import dialog from '../style/dialog.css?inline';
import { SubmitError } from './submit-error.ts';

interface FormProps {
  readonly widget: Widget;
  readonly fields: readonly ContactField[];
  readonly send: (contact: Contact) => Promise<void>;
  readonly cancel: () => void;
}

interface FormState {
  readonly errors: Readonly<Record<string, string>>;
  readonly failure?: SubmitError | undefined;
  readonly busy?: boolean;
}

/**
 * Asks who wants the quotation, and sends it from there, so that nothing that was entered is lost where sending fails.
 *
 * @throws SubmitError `cancelled` where the shopper closes the form.
 */
export function askContact(
  widget: Widget,
  output: PublishedOutput,
  send: (contact: Contact) => Promise<SubmitResult>,
): Promise<SubmitResult> {
  const fields = contactFields(widget, output);
  adoptStyle(widget.options.root, dialog);
  return new Promise<SubmitResult>((resolve, reject) => {
    const cancel = () => reject(new SubmitError('cancelled', widget.texts.t('cancelled')));
    widget.life.addEventListener('abort', cancel, { once: true });
    widget.dialog.value = (
      <ContactForm
        widget={widget}
        fields={fields}
        cancel={cancel}
        send={async (contact) => resolve(await send(contact))}
      />
    );
  }).finally(() => (widget.dialog.value = null));
}

class ContactForm extends Component<FormProps, FormState> {
  override state: FormState = { errors: {} };
  #dialog: HTMLDialogElement | null = null;

  override componentDidMount() {
    this.#dialog?.showModal();
  }

  /** Shows errors at their fields and takes the focus to the first. */
  #refuse(errors: FormState['errors']) {
    this.setState({ errors, busy: false });
    const first = this.props.fields.find(({ name }) => errors[name]);
    this.#dialog?.querySelector<HTMLElement>(`[name="${first?.name}"]`)?.focus();
  }

  async #submit(form: HTMLFormElement) {
    if (this.state.busy) return;
    const { fields, send, widget } = this.props;
    const given = new FormData(form);
    const values = Object.fromEntries(fields.map((field) => [field.name, field.read(given.get(field.name))]));
    const errors = Object.fromEntries(
      fields
        .map((field) => [field.name, field.check(values[field.name])] as const)
        .filter(([, said]) => said),
    ) as Record<string, string>;
    if (Object.keys(errors).length) return this.#refuse(errors);

    this.setState({ errors, busy: true, failure: undefined });
    const part = (group: string) =>
      Object.fromEntries(
        fields.filter((field) => field.group === group).map(({ id, name }) => [id, values[name]]),
      );
    try {
      await send({ customer: part('customer'), extra_fields: part('extra_fields') } as unknown as Contact);
    } catch (failure) {
      if (widget.life.aborted || !(failure instanceof SubmitError)) throw failure;
      if (failure.code === 'cancelled') return this.props.cancel();
      const ours = failure.objections.filter(({ path }) => fields.some(({ name }) => name === path));
      this.setState({ busy: false, failure });
      if (ours.length) this.#refuse(Object.fromEntries(ours.map(({ path, message }) => [path, message])));
    }
  }

  override render({ widget, fields, cancel }: FormProps, { errors, failure, busy }: FormState) {
    const { t } = widget.texts;
    return (
      <dialog
        class="dialog"
        part="dialog"
        aria-labelledby="contact"
        ref={(element) => {
          this.#dialog = element;
        }}
        onClose={cancel}
      >
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void this.#submit(event.currentTarget);
          }}
        >
          <h3 id="contact">{t('contact')}</h3>
          {fields.map((field) => (
            <div class="field" key={field.name}>
              <label class="label" for={field.name}>
                {field.label}
                {!field.required && <span class="muted"> {t('optional')}</span>}
              </label>
              {field.help && <p class="muted">{field.help}</p>}
              {field.control({
                id: field.name,
                name: field.name,
                part: 'input',
                'aria-invalid': !!errors[field.name],
                'aria-required': field.required,
                'aria-describedby': errors[field.name] && `${field.name}-error`,
              })}
              {errors[field.name] && (
                <p class="issue error" id={`${field.name}-error`}>
                  {errors[field.name]}
                </p>
              )}
            </div>
          ))}
          {failure && <Failure widget={widget} error={failure} />}
          <div class="turn">
            <button type="button" class="secondary" onClick={cancel}>
              {t('cancel')}
            </button>
            <button type="submit" class="primary" aria-disabled={!!busy}>
              {t(busy ? 'sending' : failure ? 'retry' : 'send')}
            </button>
          </div>
        </form>
      </dialog>
    );
  }
}
