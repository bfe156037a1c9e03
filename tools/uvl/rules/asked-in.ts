import type { Condition } from './condition.ts';
import type { VariableBook } from './variable-book.ts';

/**
 * For each feature that a condition reads, through variables too: the condition that it is visible.
 *
 * @param asked id of a feature → that condition.
 */
export function askedIn(
  condition: Condition,
  asked: ReadonlyMap<string, Condition>,
  book: VariableBook,
): Condition[] {
  const inText = (text: string): Condition[] =>
    // What belongs to the repetitions of a step (`sum(step.part)`) cannot be asked about from outside.
    [...text.replace(/"[^"]*"|\w+\.\w+/g, '').matchAll(/[A-Za-z_]\w*/g)].flatMap(([id]) => {
      const visible = asked.get(id);
      if (visible !== undefined) return [visible];
      const value = book.valueOf(id);
      return value === undefined ? [] : inText(value);
    });
  if (typeof condition === 'boolean') return [];
  if (condition.is === 'test') return inText(condition.text);
  const parts = condition.is === 'not' ? [condition.of] : condition.of;
  return parts.flatMap((one) => askedIn(one, asked, book));
}
