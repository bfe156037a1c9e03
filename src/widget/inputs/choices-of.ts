import type { FeatureState } from '../../contract/configuration/resolution.ts';
import type { Value } from '../../contract/configuration/value.ts';
import type { Widget } from '../mount/widget.ts';

/** One thing that can be chosen, of whatever kind of feature. */
export interface Choice {
  readonly key: string;
  readonly value: Value;
  readonly name: string;
  readonly help?: string;
  readonly colour?: string | undefined;
  readonly image?: string | undefined;
  /** Why it cannot be chosen now. */
  readonly reason?: string | undefined;
  readonly chosen: boolean;
}

/** What was entered instead of choosing; null where an option was chosen, or nothing. */
export const ownText = (value: Value | undefined) =>
  value && typeof value === 'object' && 'own' in value ? value.own : null;

/** What a feature offers: yes and no, options, an entry of one's own. `own`: that one was picked, even if nothing is entered yet. */
export function choicesOf(widget: Widget, state: FeatureState, own: boolean): Choice[] {
  const { feature, value, disabled, options = [] } = state;
  const { text, t } = widget.texts;
  const blocked = disabled && text(disabled);
  const answer = (key: string, each: Value, name: string, chosen = value === each): Choice => ({
    key,
    value: each,
    name,
    reason: blocked,
    chosen,
  });
  if (feature.type === 'yes_no') return [answer('yes', true, t('yes')), answer('no', false, t('no'))];
  return [
    ...options.map(({ option, available, reason }): Choice => ({
      ...answer(
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
          answer(
            'own',
            null,
            text(feature.own.name),
            ownText(value) !== null || (own && !!state.by && value === undefined),
          ),
        ]
      : []),
  ];
}
