import type { z } from 'zod';
import { closest } from '../../product-compiler/names/closest.ts';
import { keysAt } from './keys-at.ts';
import type { Problem } from '../../product-compiler/problem.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What is wrong, said to a merchant: the place, what was found, what is wanted. */
export function explainIssue(issue: Issue, schema: z.core.$ZodType, value: unknown): Problem[] {
  const path = formatJsonPath(issue.path);
  const found = at(value, issue.path);
  const error = (message: string, hint: string, path_ = path): Problem => ({
    path: path_,
    message,
    hint,
    level: 'error',
  });
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const known = keysAt(schema, issue.path, value);
        const meant = closest(key, known);
        const hint =
          meant === undefined ? `leave it out; known here: ${known.join(', ')}` : `did you mean "${meant}"?`;
        return error(`"${key}" is not known here`, hint, formatJsonPath([...issue.path, key]));
      });
    case 'invalid_union':
      return union(issue, schema, value, error);
    case 'invalid_type':
      if (found === undefined)
        return [error('it is missing', `write ${kinds[issue.expected] ?? issue.expected}`)];
      return [
        error(
          `${shown(found)} is not ${kinds[issue.expected] ?? issue.expected}`,
          `write ${example(issue.expected)}`,
        ),
      ];
    case 'invalid_value': {
      const all = issue.values.map(String);
      if (found === undefined) return [error('it is missing', `write one of ${listed(all)}`)];
      const base = issue.path.at(-1) === 'unit' && all.includes('degree') ? bases.get(found) : undefined;
      if (base !== undefined) {
        return [
          error(
            `${shown(found)} is a unit to show, and values are in ${base}`,
            `write "unit": "${base}", "display_unit": ${shown(found)}, and bounds and defaults in ${base}`,
          ),
        ];
      }
      const meant = typeof found === 'string' ? closest(found, all) : undefined;
      return [
        error(
          `${shown(found)} is not possible here`,
          meant === undefined ? `write one of ${listed(all)}` : `did you mean "${meant}"?`,
        ),
      ];
    }
    case 'invalid_key':
      return issue.issues.map((one) =>
        error(`${shown(issue.path.at(-1))} cannot be a key here`, `write ${one.message}`),
      );
    case 'invalid_format':
      return [
        error(
          `${shown(found)} does not have the right form`,
          issue.format === 'regex'
            ? `write ${issue.message}`
            : `write ${formats[issue.format] ?? issue.format}`,
        ),
      ];
    case 'too_small':
      return [
        error(
          `${sized(issue.origin, found)} too ${issue.origin === 'number' || issue.origin === 'int' ? 'small' : 'short'}`,
          `at least ${String(issue.minimum)} ${counted[issue.origin] ?? ''}`.trim(),
        ),
      ];
    case 'too_big':
      return [
        error(
          `${sized(issue.origin, found)} too ${issue.origin === 'number' || issue.origin === 'int' ? 'large' : 'long'}`,
          `at most ${String(issue.maximum)} ${counted[issue.origin] ?? ''}`.trim(),
        ),
      ];
    default:
      return [error(`${shown(found)} is not right here`, issue.message)];
  }
}

/** A value that fits none of several forms: what is wrong with the form that was meant, if that can be told. */
function union(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  schema: z.core.$ZodType,
  value: unknown,
  error: (message: string, hint: string) => Problem,
): Problem[] {
  const found = at(value, issue.path);
  if (issue.errors.length === 0 && 'discriminator' in issue) {
    const all = ('options' in issue ? (issue.options as unknown[]) : []).map(String);
    const meant = typeof found === 'string' ? closest(found, all) : undefined;
    return [
      error(
        found === undefined ? 'it is missing' : `${shown(found)} is not possible here`,
        meant === undefined ? `write one of ${listed(all)}` : `did you mean "${meant}"?`,
      ),
    ];
  }
  const isOther = (one: Issue) =>
    one.path.length === 0 && (one.code === 'invalid_type' || one.code === 'invalid_value');
  const meant = issue.errors.find((branch) => !branch.some(isOther));
  if (meant) {
    return meant.flatMap((one) =>
      explainIssue({ ...one, path: [...issue.path, ...one.path] }, schema, value),
    );
  }
  const wanted = issue.errors
    .flatMap((branch) => branch.filter(isOther))
    .map((one) =>
      one.code === 'invalid_type'
        ? (kinds[one.expected] ?? one.expected)
        : one.code === 'invalid_value'
          ? one.values.join(', ')
          : '',
    );
  const hint = `write ${[...new Set(wanted)].join(' or ')}`;
  return [error(found === undefined ? 'it is missing' : `${shown(found)} is not possible here`, hint)];
}

/** Units that a number can be shown in, and the one that it is in. */
const bases = new Map<unknown, string>([
  ...['cm', 'm', 'in', 'ft'].map((unit) => [unit, 'mm'] as const),
  ['kg', 'g'],
]);

const kinds: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in square brackets',
  object: 'an object in braces',
  record: 'an object such as {"en": "…"}',
};
const example = (expected: string) => kinds[expected] ?? expected;
const formats: Readonly<Record<string, string>> = {
  email: 'an e-mail address',
  date: 'a date such as "2030-12-31"',
};
const counted: Readonly<Record<string, string>> = { string: 'characters', array: 'entries', set: 'entries' };

const sized = (origin: string, found: unknown) =>
  origin === 'string' || origin === 'array'
    ? `the ${origin === 'array' ? 'list' : 'text'} is`
    : `${shown(found)} is`;
const listed = (all: readonly string[]) => all.map((one) => `"${one}"`).join(', ');

/** A value as it stands in the file, shortened. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}

/** `steps[0].features[2].name`, as problems name places. */
function formatJsonPath(path: Path): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`))
    .join('');
}
