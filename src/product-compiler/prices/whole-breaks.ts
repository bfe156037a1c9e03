import type { CompileContext } from '../compile-context.ts';
import { wholeLength } from './whole-length.ts';

/**
 * Breaks of a table or of tiers as lengths of this unit are compared with them. Refuses two that are the same in whole
 * millimetres: the second would have no effect.
 */
export function wholeBreaks(
  breaks: readonly number[],
  unit: number | undefined,
  path: string,
  context: CompileContext,
): number[] {
  const whole = breaks.map(wholeLength(unit).of);
  const index = whole.findIndex((value, i) => i > 0 && value === whole[i - 1] && breaks[i] !== breaks[i - 1]);
  if (index > 0) {
    context.error(
      `${path}[${index}]`,
      `lengths are looked up in whole millimetres, and ${breaks[index - 1]!} and ${breaks[index]!} are the same in those`,
      'leave one of them out, or look up ten times the length, by breaks ten times as large',
    );
  }
  return whole;
}
