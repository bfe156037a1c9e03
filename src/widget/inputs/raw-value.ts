import { answerAt } from '../../configuration/answers.ts';
import type { FeatureState } from '../../contract/resolution.ts';
import type { Widget } from '../widget.ts';

/** The value of a feature, or what was entered where that is none: "abc" for a length stays on screen. */
export const rawValue = ({ state }: Widget, { value, path }: FeatureState) =>
  value ?? answerAt(state.answers, path)?.value;
