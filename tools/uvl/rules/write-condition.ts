import type { Condition } from './condition.ts';

/** Gives a part of a long expression a name; returns the name. */
export type NamePart = (text: string) => string;

/** An expression may have 1,000 characters; parts longer than this get a name of their own. */
const LONGEST = 400;
const tooLong: NamePart = () => {
  throw new Error('a condition that stands alone is never long');
};

/** Writes a condition as an expression of the product. */
export function writeCondition(condition: Condition, name: NamePart = tooLong): string {
  if (typeof condition === 'boolean') return String(condition);
  switch (condition.is) {
    case 'test':
      return condition.text;
    case 'not':
      return `!(${writeCondition(condition.of, name)})`;
    case 'same': {
      const [a, b] = condition.of.map((one) => fit(writeCondition(one, name), name, LONGEST / 2)) as [
        string,
        string,
      ];
      // Not ==: what is hidden is unset, and an unset operand makes a comparison false.
      return `((${a}) ? (${b}) : !(${b}))`;
    }
    case 'all':
      return joinParts(
        condition.of.map((one) => bracketed(one, name)),
        ' && ',
        name,
      );
    case 'any':
      return joinParts(
        alike(condition.of).map((one) => bracketed(one, name)),
        ' || ',
        name,
      );
  }
}

const bracketed = (one: Condition, name: NamePart): string => {
  const text = writeCondition(one, name);
  return typeof one === 'object' && (one.is === 'all' || one.is === 'any') ? `(${text})` : text;
};

/** The text, or a name for it where it is too long. */
export const fit = (text: string, name: NamePart, longest = LONGEST): string =>
  text.length > longest ? name(text) : text;

/** Joins parts by an operator; where that gets too long, some of them get a name together. */
export function joinParts(parts: readonly string[], operator: string, name: NamePart): string {
  const chunks: string[] = [];
  for (const part of parts) {
    const last = chunks.at(-1);
    const fitting = fit(part, name);
    if (last !== undefined && last.length + operator.length + fitting.length <= LONGEST) {
      chunks[chunks.length - 1] = last + operator + fitting;
    } else chunks.push(fitting);
  }
  if (chunks.length === 1) return chunks[0]!;
  const whole = chunks.join(operator);
  return whole.length <= 2 * LONGEST ? whole : joinParts(chunks.map(name), operator, name);
}

/** Several options of one choice become one question: `colour in ["red", "blue"]`. */
function alike(conditions: readonly Condition[]): Condition[] {
  const options = new Map<string, string[]>();
  const others: Condition[] = [];
  for (const one of conditions) {
    if (typeof one === 'boolean' || one.is !== 'test' || one.choice === undefined) others.push(one);
    else options.set(one.choice, [...(options.get(one.choice) ?? []), one.option!]);
  }
  const asked = [...options].flatMap(([choice, ids]) => questions(choice, ids));
  return [...asked, ...others];
}

/** `colour == "red"`, or lists of options as long as an expression may be. */
function questions(choice: string, ids: readonly string[]): Condition[] {
  if (ids.length === 1) return [{ is: 'test', text: `${choice} == "${ids[0]!}"` }];
  const lists: string[] = [];
  for (const id of ids) {
    const last = lists.at(-1);
    if (last !== undefined && last.length + id.length < LONGEST / 2)
      lists[lists.length - 1] = `${last}, "${id}"`;
    else lists.push(`"${id}"`);
  }
  return lists.map((list) => ({ is: 'test', text: `${choice} in [${list}]` }));
}
