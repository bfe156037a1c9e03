import type { JSX } from 'preact';
import type { ExtraField } from '../../contract/product/output.ts';
import type { PublishedOutput } from '../../contract/published/published-output.ts';
import type { Widget } from '../mount/widget.ts';

type FieldValue = string | number | boolean | null;

type Attributes = Readonly<Record<string, unknown>> & { readonly value: string };

/** A field of the contact form: its name, its control, how it is read and checked. */
export interface ContactField {
  readonly group: 'customer' | 'extra_fields';
  readonly id: string;
  /** Its path in the companion's errors: `customer.email`. */
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly required: boolean;
  /** The key under which the widget keeps the entry. Outputs share the customer's details, but not their extra fields. */
  readonly kept: string;
  /** Draws the control. `value` is the entry. */
  readonly control: (attributes: Attributes) => JSX.Element;
  /** @param entered the control's value; `on` for a ticked box */
  readonly read: (entered: string) => FieldValue;
  /** The error message, if there is one. */
  readonly check: (value: FieldValue | undefined) => string | undefined;
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
/** The same as in the contract. */
const PHONE = /^\+?[0-9 ()./-]{5,}$/;

const text = (entered: string) => entered.trim();
const textOrNone = (entered: string) => text(entered) || null;

/** Numbers as people write them: no `0x10`, no `Infinity`. */
const NUMBER = /^[-+]?\d+([.,]\d+)?$/;

/** How each type of extra field is drawn and read. */
const kinds: Readonly<
  Record<
    ExtraField['type'],
    {
      control: (attributes: Attributes, field: ExtraField, widget: Widget) => JSX.Element;
      read: ContactField['read'];
    }
  >
> = {
  text: { control: (attributes) => <input {...attributes} />, read: textOrNone },
  textarea: { control: (attributes) => <textarea {...attributes} />, read: textOrNone },
  number: {
    control: (attributes) => <input inputMode="decimal" {...attributes} />,
    read: (entered) =>
      text(entered) ? (NUMBER.test(text(entered)) ? Number(text(entered).replace(',', '.')) : NaN) : null,
  },
  date: { control: (attributes) => <input type="date" {...attributes} />, read: textOrNone },
  yes_no: {
    control: ({ value, ...attributes }) => <input type="checkbox" checked={value === 'on'} {...attributes} />,
    read: (entered) => entered === 'on',
  },
  choice: {
    control: (attributes, { options = [] }, { texts }) => (
      <select {...attributes}>
        <option value="">{texts.t('choose')}</option>
        {options.map(({ id, name }) => (
          <option value={id}>{texts.text(name)}</option>
        ))}
      </select>
    ),
    read: textOrNone,
  },
};

/** First and last name, e-mail, phone, and the output's extra fields. */
export function contactFields(widget: Widget, output: PublishedOutput): ContactField[] {
  const { t, text: localised } = widget.texts;
  const customer = (
    id: 'first_name' | 'last_name' | 'email' | 'phone',
    attributes: object,
    wrong?: (value: string) => string | false,
  ): ContactField => ({
    group: 'customer',
    id,
    name: `customer.${id}`,
    kept: id,
    label: t(id),
    required: id !== 'phone',
    control: (common) => <input {...common} {...attributes} />,
    read: text,
    check: (value) => {
      if (!value) return id === 'phone' ? undefined : t('required', { name: t(id) });
      return wrong?.(String(value)) || undefined;
    },
  });
  const extra = (field: ExtraField): ContactField => ({
    group: 'extra_fields',
    id: field.id,
    name: `extra_fields.${field.id}`,
    kept: `${output.id} ${field.id}`,
    label: localised(field.name),
    help: localised(field.help),
    required: field.required,
    control: (common) => kinds[field.type].control({ ...common, maxLength: field.max_length }, field, widget),
    read: kinds[field.type].read,
    check: (value) => {
      if (Number.isNaN(value)) return t('wrong_type');
      return field.required && (value === null || value === false)
        ? t('required', { name: localised(field.name) })
        : undefined;
    },
  });
  return [
    customer('first_name', { autocomplete: 'given-name' }),
    customer('last_name', { autocomplete: 'family-name' }),
    customer(
      'email',
      { type: 'email', autocomplete: 'email' },
      (value) => !EMAIL.test(value) && t('bad_email'),
    ),
    customer('phone', { type: 'tel', autocomplete: 'tel' }, (value) => !PHONE.test(value) && t('bad_phone')),
    ...output.extra_fields.map(extra),
  ];
}
