import type { Answers } from '../../contract/configuration/answers.ts';
import type { AdjustedDefaults } from '../constraints/adjusted-defaults.ts';
import type { ResolutionBuilder } from '../resolution-builder.ts';

/** One pass over the product, in its order of evaluation. */
export interface Pass extends ResolutionBuilder {
  readonly answers: Answers;
  readonly adjusted: AdjustedDefaults;
}
