import { isDay } from '../../contract/is-day.ts';
import type { ErrorDetail } from '../../contract/error/error-body.ts';
import type { ExtraField } from '../../contract/product/output.ts';

type Given = Readonly<Record<string, string | number | boolean | null>>;
export type ExtraFields = Record<string, string | number | boolean>;

/**
 * Checks the custom fields of a contact form against the output's definition. Fields that it doesn't define are ignored.
 *
 * @param askedFor whether the form was shown; where it wasn't (the cart path), nothing is required.
 */
export function checkExtraFields(
  fields: readonly ExtraField[],
  given: Given | null | undefined,
  askedFor: boolean,
): { values: ExtraFields; details: ErrorDetail[] } {
  const values: ExtraFields = {};
  const details: ErrorDetail[] = [];
  for (const field of fields) {
    const value = given && Object.hasOwn(given, field.id) ? given[field.id] : null;
    const path = `extra_fields.${field.id}`;
    if (value == null || value === '' || (typeof value === 'string' && value.trim() === '')) {
      if (field.required && askedFor)
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
): Pick<ErrorDetail, 'code' | 'message'> | undefined {
  switch (field.type) {
    case 'number':
      return typeof value === 'number' ? undefined : { code: 'wrong_type', message: 'A number is expected.' };
    case 'yes_no':
      if (typeof value !== 'boolean') return { code: 'wrong_type', message: 'true or false is expected.' };
      // A required yes/no is a consent: "no" is no answer to it.
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
