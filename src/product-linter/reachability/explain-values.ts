import type { Expr } from '../../contract/published/expr.ts';
import { namesRead } from '../../product-compiler/names/names-read.ts';
import type { AbstractValue } from './abstract-value.ts';
import type { Environment } from './environment.ts';

/** Why a condition can come out only one way: `: "width" is 500 to 2000, "material" is "oak" or "ash"`. Empty where nothing is known. */
export function explainValues(expr: Expr, environment: Environment): string {
  const known = [...namesRead(expr)].flatMap((name) => {
    const value = environment.names.get(name);
    const described = value && describeValue(value);
    const size = environment.sizes.get(name);
    if (size) return [`"${name}" is there ${describeInterval(size)} times`];
    return described === undefined ? [] : [`"${name}" is ${described}`];
  });
  return known.length === 0 ? '' : `: ${known.slice(0, 3).join(', ')}`;
}

function describeValue({ numbers, texts }: AbstractValue): string | undefined {
  if (numbers)
    return Number.isFinite(numbers[0]) || Number.isFinite(numbers[1]) ? describeInterval(numbers) : undefined;
  if (texts === undefined || texts === 'any' || texts.size === 0) return undefined;
  const ids = [...texts];
  return ids.length > 6 ? `one of ${ids.length} options` : ids.map((id) => `"${id}"`).join(' or ');
}

function describeInterval(interval: readonly [number, number]): string {
  const [low, high] = interval.map((end) => Number(end.toPrecision(9))) as [number, number];
  if (low === high) return String(low);
  if (low === -Infinity) return `at most ${high}`;
  return high === Infinity ? `at least ${low}` : `${low} to ${high}`;
}
