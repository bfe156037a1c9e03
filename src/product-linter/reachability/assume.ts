import type { Expr } from '../../contract/published/expr.ts';
import { constant, onlyValue, type AbstractValue, unset } from './abstract-value.ts';
import { mayNotBeNumber } from './interval-arithmetic.ts';
import { type Environment, abstractValueOf } from './abstract-value-of.ts';

/**
 * The circumstances in which a condition holds (or does not): `width > 900 && …` is asked of widths above 900 only. Of
 * comparisons of a name with something known; the rest is left as it is.
 */
export function assume(condition: Expr, holds: boolean, here: Environment): Environment {
  if (!Array.isArray(condition)) return here;
  const itself = nameOf(condition);
  if (itself !== undefined) {
    return narrow(here, itself, (before) => (holds ? only(before, true) : without(before, true)));
  }
  const [operation, left = null, right = null] = condition as readonly [string, ...Expr[]];
  if (operation === '!') return assume(left, !holds, here);
  if (operation === (holds ? '&&' : '||')) return assume(right, holds, assume(left, holds, here));
  const name = nameOf(left);
  if (operation === 'has') {
    return name === undefined
      ? here
      : narrow(here, name, (before) => (holds ? { ...before, unset: false } : unset));
  }
  if (name === undefined) {
    const other = nameOf(right);
    const turned = turn[operation];
    return other === undefined || turned === undefined ? here : assume([turned, right, left], holds, here);
  }
  return narrow(here, name, (before) =>
    narrowed(before, operation, abstractValueOf(right, here), right, holds),
  );
}

/** The same circumstances with less to one name. A layer above the others: products have thousands of names. */
function narrow(
  here: Environment,
  name: string,
  change: (before: AbstractValue) => AbstractValue | undefined,
): Environment {
  const { names } = here;
  const before = names.get(name);
  const after = before && change(before);
  return after ? { ...here, names: { get: (id) => (id === name ? after : names.get(id)) } } : here;
}

/** Circumstances in which a name has a value of so much. */
export const withValue = (here: Environment, name: string, value: AbstractValue): Environment =>
  narrow(here, name, () => value);

const turn: Readonly<Record<string, string>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};
const opposite: Readonly<Record<string, string>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

function nameOf(expr: Expr): string | undefined {
  if (!Array.isArray(expr) || (expr[0] !== '$' && expr[0] !== '@')) return undefined;
  return expr[1] as string;
}

/** What a name may be where `name operation other` holds or not; undefined where that says nothing. */
function narrowed(
  name: AbstractValue,
  operation: string,
  other: AbstractValue,
  written: Expr,
  holds: boolean,
): AbstractValue | undefined {
  switch (operation) {
    case '==':
    case '!=': {
      const value = onlyValue(other);
      if (value === undefined || (!holds && other.unset)) return undefined;
      const is = (operation === '==') === holds;
      // What does not hold may lack the name's value instead.
      return { ...(is ? only(name, value) : without(name, value)), unset: name.unset && !holds };
    }
    case 'in': {
      const ids =
        Array.isArray(written) && written[0] === 'list' ? (written as readonly Expr[]).slice(1) : undefined;
      if (!ids?.every((one) => typeof one === 'string') || !name.texts) return undefined;
      if (holds)
        return {
          unset: false,
          texts: new Set(ids.filter((id) => name.texts === 'any' || name.texts!.has(id))),
        };
      return name.texts === 'any'
        ? undefined
        : { ...name, texts: new Set([...name.texts].filter((id) => !ids.includes(id))) };
    }
    default:
      return between(name, holds ? operation : opposite[operation], other, holds);
  }
}

function only(name: AbstractValue, value: string | number | boolean): AbstractValue {
  const inside =
    typeof value === 'number'
      ? name.numbers && name.numbers[0] <= value && value <= name.numbers[1]
      : typeof value === 'string'
        ? name.texts === 'any' || name.texts?.has(value)
        : name.booleans?.has(value);
  return inside === true ? constant(value) : { unset: false };
}

function without(name: AbstractValue, value: string | number | boolean): AbstractValue {
  if (typeof value === 'boolean' && name.booleans) {
    return { ...name, booleans: new Set([...name.booleans].filter((one) => one !== value)) };
  }
  if (typeof value === 'string' && name.texts && name.texts !== 'any') {
    return { ...name, texts: new Set([...name.texts].filter((one) => one !== value)) };
  }
  return name;
}

/** Open ends are kept closed: a little more than may be, never less. */
function between(
  name: AbstractValue,
  operation: string | undefined,
  other: AbstractValue,
  holds: boolean,
): AbstractValue | undefined {
  if (operation === undefined || !name.numbers || !other.numbers || other.texts || name.texts)
    return undefined;
  const [low, high] = name.numbers;
  const range: readonly [number, number] = operation.startsWith('<')
    ? [low, Math.min(high, other.numbers[1])]
    : [Math.max(low, other.numbers[0]), high];
  // A comparison that does not hold may lack an operand instead.
  if (!holds && mayNotBeNumber(other)) return undefined;
  const { numbers: _, ...others } = name;
  const kept = holds ? { unset: false } : others;
  return range[0] > range[1] ? kept : { ...kept, numbers: range };
}
