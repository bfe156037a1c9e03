import { withAnswer } from '../src/engine/answers.ts';
import type { Resolved } from '../src/engine/resolved.ts';
import type { Answers } from '../src/contract/configuration/answers.ts';
import type { FeatureState } from '../src/contract/configuration/feature-state.ts';
import type { Value } from '../src/contract/configuration/value.ts';
import { pick } from './random.ts';

/** Answers one visible feature as a shopper might: another option, the other of yes and no, a number within its bounds. */
export function randomEdit(
  answers: Answers,
  { features }: Resolved,
  next: () => number,
): { readonly answers: Answers; readonly path: string } {
  const open = [...features.values()].filter((state) => state.visible && othersOf(state, next) !== undefined);
  const state = pick(open, next);
  const value = othersOf(state, next)!;
  return { answers: withAnswer(answers, state.path, { value, by: 'user' }), path: state.path };
}

/** Another value of a feature; undefined where there is none. What is not available can be chosen too: that is a conflict. */
function othersOf(
  { feature, value, options = [], min, max }: FeatureState,
  next: () => number,
): Value | undefined {
  const ids = options.map(({ option }) => option.id);
  switch (feature.type) {
    case 'choice': {
      const others = ids.filter((id) => id !== value);
      return others.length ? pick(others, next) : undefined;
    }
    case 'multi_choice': {
      const chosen = Array.isArray(value) ? value : [];
      const id = pick(ids, next);
      return chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    }
    case 'yes_no':
      return value !== true;
    case 'number':
      return Math.round((min ?? 0) + next() * ((max ?? 1000) - (min ?? 0)));
    case 'text':
      return `text ${Math.floor(next() * 1000)}`;
    default:
      return undefined;
  }
}
