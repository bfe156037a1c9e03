import type { PublishedFeature } from '../published/published-feature.ts';
import type { PublishedOption } from '../published/published-option.ts';
import type { Text } from '../product/text.ts';
import type { Provenance } from './answers.ts';
import type { Issue } from './issue.ts';
import type { Value } from './value.ts';

/** One feature, in one repetition, as it stands. The object stays the same as long as nothing in it changes. */
export interface FeatureState {
  readonly feature: PublishedFeature;
  readonly path: string;
  readonly visible: boolean;
  /** Unset: undefined. In mm, g, …; what a hidden feature keeps is not here. */
  readonly value: Value | undefined;
  readonly by: Provenance | undefined;
  readonly required: boolean;
  /** The reason, where it cannot be answered now. */
  readonly disabled?: Text;
  /** Options offered (hidden ones are left out). Choice and multi-choice only. */
  readonly options?: readonly OptionState[];
  readonly min?: number;
  readonly max?: number;
  readonly issues: readonly Issue[];
}

export interface OptionState {
  readonly option: PublishedOption;
  readonly available: boolean;
  /** Why not, where a rule says so. */
  readonly reason?: Text;
}
