import type { RuleInput } from '../../../src/product-compiler/product-input-types.ts';
import { any, type Condition, not } from './condition.ts';
import { type NamePart, writeCondition } from './write-condition.ts';

const isNot = (one: Condition) => typeof one === 'object' && one.is === 'not';
const either = (conditions: readonly Condition[]) => any(...conditions);
const both = (conditions: readonly Condition[]) => not(either(conditions.map(not)));

/**
 * Writes a condition that must hold as a rule: "not a, or b" as "a requires b", "not both" as "a excludes b", anything else
 * as a requirement without a condition.
 *
 * @param kind a message blocks a submission, but belongs to no feature.
 */
export function writeRule(
  condition: Condition,
  reason: string,
  kind: 'rule' | 'message',
  name: NamePart,
): RuleInput {
  const text = (one: Condition) => writeCondition(one, name);
  const parts = typeof condition === 'object' && condition.is === 'any' ? condition.of : [condition];
  const refused = parts.filter(isNot).map(not);
  const wanted = parts.filter((one) => !isNot(one));
  // A conflict needs a feature to be at.
  if (kind === 'message' || !namesFeatures(text(condition))) {
    return { type: 'message', level: 'error', when: text(not(condition)), text: reason };
  }
  if (refused.length && wanted.length) {
    return { type: 'requires', when: text(both(refused)), then: text(either(wanted)), reason };
  }
  const together = refused.length > 1 ? refused : allOf(refused[0]);
  if (together.length > 1) {
    const [first, ...others] = together as [Condition, ...Condition[]];
    return { type: 'excludes', when: text(first), not: text(both(others)), reason };
  }
  return { type: 'requires', when: 'true', then: text(condition), reason };
}

const allOf = (one: Condition | undefined): readonly Condition[] =>
  typeof one === 'object' && one.is === 'all' ? one.of : [];

/** Whether an expression reads a feature, and not only how often a step repeats. */
const namesFeatures = (text: string): boolean =>
  /[A-Za-z_]/.test(text.replace(/"[^"]*"|count\(\w+\)|\b(?:true|false|has|size|floor|ceil|sum|in)\b/g, ''));
