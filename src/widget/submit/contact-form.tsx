import { Component } from 'preact';
import type { Widget } from '../mount/widget.ts';
import type { ContactField } from './contact-fields.tsx';
import { Failure } from './failure.tsx';
import type { Contact } from './contact.ts';
import type { SubmitError } from './submit-error.ts';

interface ContactFormProps {
  readonly widget: Widget;
  readonly fields: readonly ContactField[];
  /** @returns the error, if the form is to show it */
  readonly send: (contact: Contact) => Promise<SubmitError | undefined>;
  /** Called when the form is closed. */
  readonly closed: () => void;
  readonly dialog: (element: HTMLDialogElement | null) => void;
}

interface FormState {
  readonly errors: Readonly<Record<string, string>>;
  readonly failure?: SubmitError | undefined;
  readonly busy?: boolean;
}

/** Asks who wants the quotation. The widget keeps what is entered, so that it is there again the next time. */
export class ContactForm extends Component<ContactFormProps, FormState> {
  override state: FormState = { errors: {} };
  #dialog: HTMLDialogElement | null = null;

  override componentDidMount() {
    this.#dialog?.showModal();
  }

  /** Keeps what stands in the form: not every password manager fires an event when it fills in a field. */
  readonly #keep = () => {
    const { widget, fields } = this.props;
    const form = this.#dialog?.querySelector('form');
    if (!form) return;
    const entered = fields.map(({ name, kept }) => {
      const { type, checked, value } = form.elements.namedItem(name) as HTMLInputElement;
      return [kept, type === 'checkbox' ? (checked ? 'on' : '') : value] as const;
    });
    widget.contact = { ...widget.contact, ...Object.fromEntries(entered) };
  };

  /** Shows errors at their fields and focuses the first of them. */
  #showErrors(errors: FormState['errors']) {
    this.setState({ errors, busy: false });
    const first = this.props.fields.find(({ name }) => errors[name]);
    this.#dialog?.querySelector<HTMLElement>(`[name="${first?.name}"]`)?.focus();
  }

  /** The error for a half-typed date, which the browser reports as empty: it must not be sent as such. */
  #halfTyped(name: string): string | undefined {
    const control = this.#dialog?.querySelector<HTMLInputElement>(`[name="${name}"]`);
    return control?.validity?.badInput ? this.props.widget.texts.t('wrong_type') : undefined;
  }

  async #submit() {
    if (this.state.busy) return;
    const { fields, send, widget } = this.props;
    this.#keep();
    const entered = widget.contact;
    const values = Object.fromEntries(
      fields.map(({ name, kept, read }) => [name, read(entered[kept] ?? '')]),
    );
    const errors = Object.fromEntries(
      fields
        .map((field) => [field.name, this.#halfTyped(field.name) ?? field.check(values[field.name])] as const)
        .filter(([, message]) => message),
    ) as Record<string, string>;
    if (Object.keys(errors).length) return this.#showErrors(errors);

    this.setState({ errors, busy: true, failure: undefined });
    const part = (group: string) =>
      Object.fromEntries(
        fields.filter((field) => field.group === group).map(({ id, name }) => [id, values[name]]),
      );
    const failure = await send({
      customer: part('customer'),
      extra_fields: part('extra_fields'),
    } as unknown as Contact);
    if (!failure) return;
    const ours = failure.errors.filter(({ path }) => fields.some(({ name }) => name === path));
    this.setState({ busy: false, failure });
    if (ours.length) this.#showErrors(Object.fromEntries(ours.map(({ path, message }) => [path, message])));
  }

  override render(
    { widget, fields, closed, dialog }: ContactFormProps,
    { errors, failure, busy }: FormState,
  ) {
    const { t } = widget.texts;
    const entered = widget.contact;
    return (
      <dialog
        class="dialog"
        part="dialog"
        aria-labelledby="contact"
        ref={(element) => {
          this.#dialog = element;
          dialog(element);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // Closes the form only, and nothing around it. A composition ends first; in Safari it has ended by now, hence the 229.
          event.stopPropagation();
          if (event.isComposing || event.keyCode === 229) event.preventDefault();
        }}
        onClose={() => {
          this.#keep();
          closed();
        }}
      >
        <form
          noValidate
          onInput={this.#keep}
          onChange={this.#keep}
          onSubmit={(event) => {
            event.preventDefault();
            void this.#submit();
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
                value: entered[field.kept] ?? '',
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
            <button type="button" class="secondary" onClick={() => this.#dialog?.close()}>
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
