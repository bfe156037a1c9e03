import { unitsDiffer, describeUnit, type Unit } from './unit.ts';

/** The kind of value that an expression yields, as far as can be told. */
export type Type =
  | { readonly is: 'number'; readonly unit?: Unit }
  /** `options`: the ids it may be, where it is a choice; the text itself, where it is `written` down. */
  | { readonly is: 'text'; readonly options?: readonly string[]; readonly written?: true }
  | { readonly is: 'boolean' | 'date' | 'file' | 'any' }
  | { readonly is: 'list'; readonly of: Type };

export const unknownType: Type = { is: 'any' };
export const boolean: Type = { is: 'boolean' };
export const text: Type = { is: 'text' };
export const plainNumber: Type = { is: 'number', unit: {} };
export const anyNumber: Type = { is: 'number' };

const names = {
  number: 'a number',
  text: 'a text',
  boolean: 'true or false',
  date: 'a date',
  file: 'a file',
  any: 'a value',
  list: 'a list',
} as const;

/** "a number in mm²", "one of the options of a choice". */
export function describeType(type: Type): string {
  if (type.is === 'text' && type.options && !type.written) return 'an option';
  if (type.is === 'number' && type.unit && Object.keys(type.unit).length > 0) {
    return `a number ${describeUnit(type.unit)}`;
  }
  return names[type.is];
}

/** Whether a value of one type can never be of the other. Dates are written as texts. */
export function areDisjoint(a: Type, b: Type): boolean {
  if (a.is === 'any' || b.is === 'any') return false;
  const isTextual = (type: Type) => type.is === 'text' || type.is === 'date';
  return a.is !== b.is && !(isTextual(a) && isTextual(b));
}

/** The type of a value that is of one or the other. */
export function join(a: Type, b: Type): Type {
  if (a.is === 'number' && b.is === 'number') {
    if (!a.unit || !b.unit) return { is: 'number', unit: a.unit ?? b.unit };
    return unitsDiffer(a.unit, b.unit) ? anyNumber : a;
  }
  if (a.is === 'text' && b.is === 'text') {
    return a.options && b.options
      ? { is: 'text', options: [...new Set([...a.options, ...b.options])] }
      : text;
  }
  if (a.is === 'list' && b.is === 'list') return { is: 'list', of: join(a.of, b.of) };
  return a.is === b.is ? a : unknownType;
}

/** The type of a literal. A text is its own only option. */
export function typeOfLiteral(value: string | number | boolean | null | undefined): Type {
  if (typeof value === 'number') return anyNumber;
  if (typeof value === 'boolean') return boolean;
  return typeof value === 'string' ? { is: 'text', options: [value], written: true } : unknownType;
}
