import type { Expr } from '../../contract/published/expr.ts';
import { type AbstractValue, bottom, constant, contains, onlyValue, unset } from './abstract-value.ts';
import { mayNotBeNumber } from './interval-arithmetic.ts';
import type { Environment } from './environment.ts';

/** What an expression may yield in an environment: `abstractValueOf`, which assumes conditions in turn. */
type Evaluate = (expr: Expr, environment: Environment) => AbstractValue;

/**
 * The environment narrowed to where a condition holds (or does not): what follows `width > 900 &&` concerns widths above 900
 * only. Looks at conditions about single names; others narrow nothing.
 */
export function assume(
  condition: Expr,
  holds: boolean,
  environment: Environment,
  evaluate: Evaluate,
): Environment {
  if (!Array.isArray(condition)) return environment;
  const flag = nameOf(condition);
  if (flag !== undefined) {
    return narrow(environment, flag, (before) => (holds ? only(before, true) : without(before, true)));
  }
  const [operation, left = null, right = null] = condition as readonly [string, ...Expr[]];
  if (operation === '!') return assume(left, !holds, environment, evaluate);
  if (operation === (holds ? '&&' : '||'))
    return assume(right, holds, assume(left, holds, environment, evaluate), evaluate);
  const name = nameOf(left);
  if (operation === 'has') {
    return name === undefined
      ? environment
      : narrow(environment, name, (before) => (holds ? { ...before, unset: false } : unset));
  }
  if (name === undefined) {
    const other = nameOf(right);
    const mirrored = mirror[operation];
    return other === undefined || mirrored === undefined
      ? environment
      : assume([mirrored, right, left], holds, environment, evaluate);
  }
  return narrow(environment, name, (before) =>
    narrowed(before, operation, evaluate(right, environment), right, holds),
  );
}

/** Narrows one name. A layer above the others, because products have thousands of names. */
function narrow(
  environment: Environment,
  name: string,
  change: (before: AbstractValue) => AbstractValue | undefined,
): Environment {
  const { names } = environment;
  const before = names.get(name);
  const after = before && change(before);
  return after
    ? { ...environment, names: { get: (id) => (id === name ? after : names.get(id)) } }
    : environment;
}

/** The environment in which a name has this value. */
export const withValue = (environment: Environment, name: string, value: AbstractValue): Environment =>
  narrow(environment, name, () => value);

const mirror: Readonly<Record<string, string>> = {
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

/** What a name may be where `name operation other` holds (or not); undefined where that says nothing. */
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
      // It may also fail because the name is unset.
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
      return withinBound(name, holds ? operation : opposite[operation], other, holds);
  }
}

const only = (name: AbstractValue, value: string | number | boolean): AbstractValue =>
  contains(name, value) ? constant(value) : bottom;

function without(name: AbstractValue, value: string | number | boolean): AbstractValue {
  if (typeof value === 'boolean' && name.booleans) {
    return { ...name, booleans: new Set([...name.booleans].filter((one) => one !== value)) };
  }
  if (typeof value === 'string' && name.texts && name.texts !== 'any') {
    return { ...name, texts: new Set([...name.texts].filter((one) => one !== value)) };
  }
  return name;
}

/** Intervals stay closed: slightly more than may be, never less. */
function withinBound(
  name: AbstractValue,
  operation: string | undefined,
  other: AbstractValue,
  holds: boolean,
): AbstractValue | undefined {
  if (operation === undefined || !name.numbers || !other.numbers || other.texts || name.texts)
    return undefined;
  const [low, high] = name.numbers;
  const interval: readonly [number, number] = operation.startsWith('<')
    ? [low, Math.min(high, other.numbers[1])]
    : [Math.max(low, other.numbers[0]), high];
  // It may also fail because the other operand is unset.
  if (!holds && mayNotBeNumber(other)) return undefined;
  const { numbers: _, ...others } = name;
  const kept = holds ? bottom : others;
  return interval[0] > interval[1] ? kept : { ...kept, numbers: interval };
}
