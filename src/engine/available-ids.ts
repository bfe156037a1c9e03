import type { OptionState } from '../contract/configuration/feature-state.ts';

/** Ids of the options that can be chosen. */
export const availableIds = (options: readonly OptionState[]): string[] =>
  options.filter(({ available }) => available).map(({ option }) => option.id);
