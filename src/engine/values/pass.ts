import type { Answers } from '../../contract/configuration/answers.ts';
import type { OptionState } from '../../contract/configuration/feature-state.ts';
import type { PublishedOption } from '../../contract/published/published-option.ts';
import type { AdjustedDefaults } from '../constraints/adjusted-defaults.ts';
import type { Evaluate } from '../evaluate.ts';
import type { ResolutionBuilder } from '../resolution-builder.ts';

/** One pass over the product, in its order of evaluation. */
export interface Pass extends ResolutionBuilder {
  readonly evaluate: Evaluate;
  /** The state of every option that can be chosen: the same object in every pass. */
  readonly available: Map<PublishedOption, OptionState>;
  readonly answers: Answers;
  readonly adjusted: AdjustedDefaults;
}
