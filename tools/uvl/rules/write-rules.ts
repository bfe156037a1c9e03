import type { RuleInput } from '../../../src/product-compiler/product-input-types.ts';
import { askedIn } from './asked-in.ts';
import { all, any, type Condition } from './condition.ts';
import { Inexpressible } from './inexpressible.ts';
import type { ConstraintNames } from './constraint-names.ts';
import { reasonOf } from './reason-of.ts';
import { translateConstraint } from './translate-constraint.ts';
import type { UvlConstraint, UvlNote, UvlTerm } from '../parser/uvl-model.ts';
import type { VariableBook } from './variable-book.ts';
import { writeRule } from './write-rule.ts';

export interface WrittenRules {
  readonly rules: RuleInput[];
  /** Constraints that the structure of the product, or an earlier rule, expresses already. */
  readonly held: number;
  readonly dropped: UvlNote[];
}

/**
 * Writes constraints as rules: usually one each; none for those that always hold or cannot be expressed.
 *
 * @param asked id of a feature → the condition that it is visible.
 */
export function writeRules(
  constraints: readonly UvlConstraint[],
  names: ConstraintNames,
  asked: ReadonlyMap<string, Condition>,
  book: VariableBook,
): WrittenRules {
  const rules = new Map<string, RuleInput>();
  const dropped: UvlNote[] = [];
  let held = 0;
  for (const { term, line } of constraints) {
    try {
      const before = rules.size;
      for (const { condition, home, kind } of conditionsOf(term, names, asked, book)) {
        if (condition === true) continue;
        const rule = writeRule(condition, reasonOf(term), kind, (text) => book.name(text, home));
        const { reason: _, ...content } = rule as RuleInput & { reason: unknown };
        const key = JSON.stringify(content);
        if (!rules.has(key)) rules.set(key, rule);
      }
      if (rules.size === before) held += 1;
    } catch (error) {
      if (!(error instanceof Inexpressible)) throw error;
      dropped.push({ line, message: `this constraint is left out: ${error.message}` });
    }
  }
  return { rules: [...rules.values()], held, dropped };
}

interface Requirement {
  readonly condition: Condition;
  /** The repeatable step in whose repetitions it is evaluated. */
  readonly home?: string | undefined;
  readonly kind: 'rule' | 'message';
}

/** The conditions that express a constraint, for every way in which the engine evaluates rules. */
function conditionsOf(
  term: UvlTerm,
  names: ConstraintNames,
  asked: ReadonlyMap<string, Condition>,
  book: VariableBook,
): Requirement[] {
  const steps = names.steps(term);
  if (steps.size > 1) throw new Inexpressible('it is about the repetitions of several features at once');
  const [home] = steps.keys();
  const here = translateConstraint(term, names, book, home);
  const requirements: Requirement[] = [{ condition: here, home, kind: 'rule' }];
  // A rule is not evaluated while everything it names is hidden. What fails even then needs a message.
  const bare = translateConstraint(term, names.withNothingChosen(), book, home);
  if (bare !== true && here !== false) {
    requirements.push({
      condition: any(all(bare, here), ...askedIn(here, asked, book)),
      home,
      kind: 'message',
    });
  }
  // Without repetitions, nothing is evaluated in each: what is left of the constraint then has to hold by itself.
  if (home !== undefined) {
    const none = translateConstraint(term, names, book, null);
    requirements.push({ condition: any(steps.get(home)!, none), kind: 'rule' });
  }
  return requirements;
}
