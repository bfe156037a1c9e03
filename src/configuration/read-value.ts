import type { PublishedFeature } from '../contract/published.ts';
import type { Issue } from '../contract/resolution.ts';
import type { FileValue, OwnValue, Value } from '../contract/value.ts';
import { roundHalfUp, snap } from './rounding.ts';

/** What a value is to a feature: the value in normal form, or what is wrong with it. */
export interface Reading {
  readonly value?: Value;
  readonly problem?: Pick<Issue, 'kind' | 'code'> & Partial<Pick<Issue, 'params' | 'reason'>>;
}

const wrongType: Reading = { problem: { kind: 'invalid', code: 'wrong_type' } };

const isObject = (value: Value): value is OwnValue | FileValue =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether the whole text matches. Patterns were checked when the product was published. */
const matches = (pattern: string, text: string) => new RegExp(`^(?:${pattern})$`, 'u').test(text);

const gone = (option: unknown): Reading['problem'] => ({
  kind: 'conflict',
  code: 'unknown_option',
  params: { value: String(option).slice(0, 100) },
});

/** Rounds to `decimals`, half away from zero. */
const toDecimals = (x: number, decimals: number) => roundHalfUp(x * 10 ** decimals) / 10 ** decimals;

const readers: Record<
  PublishedFeature['type'],
  (value: Value, feature: PublishedFeature, today: string) => Reading
> = {
  choice(value, feature) {
    if (typeof value === 'string')
      return feature.options!.some((option) => option.id === value) ? { value } : { problem: gone(value)! };
    if (!isObject(value) || !('own' in value) || typeof value.own !== 'string' || !feature.own)
      return wrongType;
    return { value: { own: value.own }, ...textProblem(value.own, feature.own) };
  },
  multi_choice(value, feature) {
    if (!Array.isArray(value)) return wrongType;
    const missing = value.find((id) => !feature.options!.some((option) => option.id === id));
    const chosen = feature.options!.map((option) => option.id).filter((id) => value.includes(id));
    return missing === undefined ? { value: chosen } : { value: chosen, problem: gone(missing)! };
  },
  yes_no: (value) => (typeof value === 'boolean' ? { value } : wrongType),
  number(value, { step, decimals = 0 }) {
    if (typeof value !== 'number' || !Number.isFinite(value)) return wrongType;
    const rounded = toDecimals(value, decimals);
    const whole = step === undefined || Number.isInteger(snap(rounded / step));
    return {
      value: rounded,
      ...(whole ? {} : { problem: { kind: 'invalid', code: 'not_a_multiple', params: { step: step } } }),
    };
  },
  text(value, feature) {
    if (typeof value !== 'string') return wrongType;
    const text = value.trim();
    return text === '' ? {} : { value: text, ...textProblem(text, feature) };
  },
  date(value, { min_date, max_date }, today) {
    if (typeof value !== 'string' || !isDate(value))
      return { problem: { kind: 'invalid', code: 'bad_date' } };
    const [first, last] = [dateBound(min_date, today), dateBound(max_date, today)];
    if (first && value < first)
      return { value, problem: { kind: 'invalid', code: 'too_early', params: { min: first } } };
    if (last && value > last)
      return { value, problem: { kind: 'invalid', code: 'too_late', params: { max: last } } };
    return { value };
  },
  file: (value) => (isObject(value) && 'file_id' in value ? { value } : wrongType),
  hidden: (value) => (typeof value === 'object' ? wrongType : { value }),
  computed: (value) => ({ value }),
};

function textProblem(
  text: string,
  limits: Pick<PublishedFeature, 'min_length' | 'max_length' | 'pattern' | 'pattern_help'>,
): Reading {
  const { min_length = 0, max_length = 5000, pattern, pattern_help } = limits;
  if (text.length < min_length)
    return { problem: { kind: 'invalid', code: 'too_short', params: { min: min_length } } };
  if (text.length > max_length)
    return { problem: { kind: 'invalid', code: 'too_long', params: { max: max_length } } };
  if (pattern !== undefined && !matches(pattern, text))
    return {
      problem: { kind: 'invalid', code: 'bad_pattern', ...(pattern_help && { reason: pattern_help }) },
    };
  return {};
}

/** A day that exists, as `YYYY-MM-DD`. */
function isDate(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The day that a bound means, `YYYY-MM-DD`. */
export function dateBound(bound: PublishedFeature['min_date'], today: string): string | undefined {
  if (bound === undefined || typeof bound === 'string') return bound;
  return new Date(Date.parse(today) + bound.days_from_today * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Reads a value of any provenance for a feature: checks its type and format, and brings it to normal form (numbers
 * rounded to the decimals kept, options in the product's order, text trimmed; an empty text is unset).
 *
 * @param today `YYYY-MM-DD`, for dates bounded by days from today.
 */
export const readValue = (value: Value, feature: PublishedFeature, today: string): Reading =>
  value === null ? {} : readers[feature.type](value, feature, today);
