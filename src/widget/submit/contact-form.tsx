import { Component } from 'preact';
import type { Widget } from '../mount/widget.ts';
import type { ContactField } from './contact-fields.tsx';
import { Failure } from './failure.tsx';
import type { Contact } from './send-submission.ts';
import type { SubmitError } from './submit-error.ts';

interface FormProps {
  readonly widget: Widget;
  readonly fields: readonly ContactField[];
  /** @returns what it failed for, where that is to be said in the form */
  readonly send: (contact: Contact) => Promise<SubmitError | undefined>;
  /** The shopper has closed it. */
  readonly closed: () => void;
  readonly dialog: (element: HTMLDialogElement | null) => void;
}

interface FormState {
  readonly errors: Readonly<Record<string, string>>;
  readonly failure?: SubmitError | undefined;
  readonly busy?: boolean;
}

/** Who wants the quotation. What is entered is kept by the widget, not in here: it is there again when the form is. */
export class ContactForm extends Component<FormProps, FormState> {
  override state: FormState = { errors: {} };
  #dialog: HTMLDialogElement | null = null;

  override componentDidMount() {
    this.#dialog?.showModal();
  }

  /** Takes over what stands in the form; not every password manager says what it has filled in. */
  readonly #keep = () => {
    const { widget, fields } = this.props;
    const form = this.#dialog?.querySelector('form');
    if (!form) return;
    const entered = fields.map(({ name, kept }) => {
      const { type, checked, value } = form.elements.namedItem(name) as HTMLInputElement;
      return [kept, type === 'checkbox' ? (checked ? 'on' : '') : value] as const;
    });
    widget.contact.value = { ...widget.contact.peek(), ...Object.fromEntries(entered) };
  };

  /** Shows errors at their fields and takes the focus to the first. */
  #refuse(errors: FormState['errors']) {
    this.setState({ errors, busy: false });
    const first = this.props.fields.find(({ name }) => errors[name]);
    this.#dialog?.querySelector<HTMLElement>(`[name="${first?.name}"]`)?.focus();
  }

  /** A date of which only a part is typed is nothing to the browser; it must not go out as that. */
  #halfTyped(name: string): string | undefined {
    const control = this.#dialog?.querySelector<HTMLInputElement>(`[name="${name}"]`);
    return control?.validity?.badInput ? this.props.widget.texts.t('wrong_type') : undefined;
  }

  async #submit() {
    if (this.state.busy) return;
    const { fields, send, widget } = this.props;
    this.#keep();
    const entered = widget.contact.peek();
    const values = Object.fromEntries(
      fields.map(({ name, kept, read }) => [name, read(entered[kept] ?? '')]),
    );
    const errors = Object.fromEntries(
      fields
        .map((field) => [field.name, this.#halfTyped(field.name) ?? field.check(values[field.name])] as const)
        .filter(([, said]) => said),
    ) as Record<string, string>;
    if (Object.keys(errors).length) return this.#refuse(errors);

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
    const ours = failure.objections.filter(({ path }) => fields.some(({ name }) => name === path));
    this.setState({ busy: false, failure });
    if (ours.length) this.#refuse(Object.fromEntries(ours.map(({ path, message }) => [path, message])));
  }

  override render({ widget, fields, closed, dialog }: FormProps, { errors, failure, busy }: FormState) {
    const { t } = widget.texts;
    const entered = widget.contact.peek();
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
          // Nothing around the form closes with it. It ends a composition first; Safari has ended that by now, and says so by 229.
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
