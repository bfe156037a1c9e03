import type { FeatureState } from '../../contract/configuration/feature-state.ts';
import type { Value } from '../../contract/configuration/value.ts';
import type { Widget } from '../mount/widget.ts';
import type { Draft } from '../state/drafts.ts';
import { ownText } from './own-text.ts';

/** One thing to choose, whatever the type of the feature. */
export interface Choice {
  readonly key: string;
  readonly value: Value;
  readonly name: string;
  readonly help?: string;
  readonly colour?: string | undefined;
  readonly image?: string | undefined;
  /** Why it cannot be chosen at the moment. */
  readonly reason?: string | undefined;
  readonly chosen: boolean;
}

/** The choices of a feature: yes and no, or its options and an answer of the shopper's own. */
export function choicesOf(widget: Widget, state: FeatureState, draft: Draft | undefined): Choice[] {
  const { feature, value, disabled, options = [] } = state;
  const { text, t } = widget.texts;
  const blocked = disabled && text(disabled);
  const choice = (key: string, each: Value, name: string, chosen = value === each): Choice => ({
    key,
    value: each,
    name,
    reason: blocked,
    chosen,
  });
  if (feature.type === 'yes_no') return [choice('yes', true, t('yes')), choice('no', false, t('no'))];
  return [
    ...options.map(({ option, available, reason }): Choice => ({
      ...choice(
        option.id,
        option.id,
        text(option.name),
        Array.isArray(value) ? value.includes(option.id) : value === option.id,
      ),
      help: text(option.help),
      colour: option.colour,
      image: option.image && widget.url(option.image),
      reason: blocked ?? (available ? undefined : text(reason) || t('unavailable')),
    })),
    ...(feature.own
      ? [
          choice(
            'own',
            null,
            text(feature.own.name),
            // Picked, even while nothing has been entered yet.
            ownText(value) !== null || (!!draft?.own && !!state.by && value === undefined),
          ),
        ]
      : []),
  ];
}
