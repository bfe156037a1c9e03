import type { OptionState } from '../../contract/configuration/feature-state.ts';
import type { PublishedOption } from '../../contract/published/published-option.ts';
import type { Scope } from '../../expressions/scope.ts';
import { firstUnmet, holds } from './conditions.ts';
import type { Pass } from './pass.ts';

/** The options on offer, each with the reason where it cannot be chosen now. */
export const offeredOptions = (
  { evaluate, available }: Pick<Pass, 'evaluate' | 'available'>,
  options: readonly PublishedOption[],
  scope: Scope,
): OptionState[] =>
  options.flatMap((option): OptionState | [] => {
    if (option.visible || option.enabled) {
      const optionScope = { ...scope, option: option.attributes };
      if (!holds(evaluate, option.visible, optionScope)) return [];
      const unmet = firstUnmet(evaluate, option.enabled, optionScope);
      if (unmet) return { option, available: false, reason: unmet.reason };
    }
    let state = available.get(option);
    if (!state) available.set(option, (state = { option, available: true }));
    return state;
  });
