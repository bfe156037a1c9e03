import type { OptionState } from '../../contract/configuration/feature-state.ts';
import type { PublishedOption } from '../../contract/published/published-option.ts';
import type { Scope } from '../../expressions/scope.ts';
import type { Evaluate } from '../evaluate.ts';
import { firstUnmet, holds } from './conditions.ts';

/**
 * Prepares the options of a product. The function returned lists those on offer, each with the reason where it cannot be
 * chosen now.
 */
export function prepareOptions(evaluate: Evaluate) {
  /** One state for each option that can be chosen: the same object on every edit. */
  const available = new Map<PublishedOption, OptionState>();

  return (options: readonly PublishedOption[], scope: Scope): OptionState[] =>
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
}
