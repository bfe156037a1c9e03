import { isDay } from '../../../contract/is-day.ts';
import type { CompanionErrorDetail } from '../../../contract/error/detail-code.ts';
import type { ExtraField } from '../../../contract/product/output.ts';

type Given = Readonly<Record<string, string | number | boolean | null>>;
/** Field id → answer. */
export type ExtraFields = Record<string, string | number | boolean>;

interface ExtraFieldsOptions {
  /** Of the output. */
  readonly fields: readonly ExtraField[];
  readonly given: Given | null | undefined;
  /** Whether the shopper saw the form. Without it (the cart path), no field is required. */
  readonly hasForm: boolean;
}

/** Validates the custom fields of a contact form. Fields that the output doesn't define are ignored. */
export function checkExtraFields({ fields, given, hasForm }: ExtraFieldsOptions): {
  values: ExtraFields;
  details: CompanionErrorDetail[];
} {
  const values: ExtraFields = {};
  const details: CompanionErrorDetail[] = [];
  for (const field of fields) {
    const value = given && Object.hasOwn(given, field.id) ? given[field.id] : null;
    const path = `extra_fields.${field.id}`;
    if (value == null || value === '' || (typeof value === 'string' && value.trim() === '')) {
      if (field.required && hasForm)
        details.push({ path, code: 'required', message: 'This field is required.' });
      continue;
    }
    const problem = problemOf(field, value);
    if (problem) details.push({ path, ...problem });
    else values[field.id] = typeof value === 'string' ? value.trim() : value;
  }
  return { values, details };
}

function problemOf(
  field: ExtraField,
  value: string | number | boolean,
): Pick<CompanionErrorDetail, 'code' | 'message'> | undefined {
  switch (field.type) {
    case 'number':
      return typeof value === 'number' ? undefined : { code: 'wrong_type', message: 'A number is expected.' };
    case 'yes_no':
      if (typeof value !== 'boolean') return { code: 'wrong_type', message: 'true or false is expected.' };
      // A required yes/no is a consent, so it has to be yes.
      return field.required && !value
        ? { code: 'required', message: 'This has to be agreed to.' }
        : undefined;
    default:
  }
  if (typeof value !== 'string') return { code: 'wrong_type', message: 'A text is expected.' };
  if (field.type === 'choice') {
    const known = field.options?.some(({ id }) => id === value);
    return known
      ? undefined
      : { code: 'unknown_option', message: `"${value.slice(0, 100)}" is not on offer.` };
  }
  if (field.type === 'date') {
    return isDay(value) ? undefined : { code: 'bad_date', message: 'A date as YYYY-MM-DD is expected.' };
  }
  if (value.length <= field.max_length) return undefined;
  return { code: 'too_long', message: `At most ${field.max_length} characters.` };
}
