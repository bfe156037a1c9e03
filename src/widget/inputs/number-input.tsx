import { keepDecimals, roundTo } from '../../expressions/rounding.ts';
import { unitSuffix } from '../../text/unit-suffix.ts';
import type { Reading } from '../state/drafts.ts';
import { EntryField } from './entry-field.tsx';
import type { InputProps } from './input-props.ts';

/** Unambiguous in every language: digits, and at most two decimals, so that the sign cannot separate thousands. */
const PLAIN = /^\d+([.,]\d{1,2})?$/;

/** A number with a unit: read as people write it, kept in the base unit. */
export function NumberInput({ widget, state, ...common }: InputProps) {
  const { texts } = widget;
  const { feature, min, max } = state;
  const { scale = 1, unit, display_unit, decimals = 0 } = feature;

  // Never guesses: an entry that cannot be read is no answer.
  const read = (text: string): Reading | Promise<Reading> => {
    if (!text) return { value: null };
    if (!PLAIN.test(text))
      return import('./parse-number.ts').then(
        ({ parseNumber }) => parseNumber(text, state, texts),
        () => ({ value: null, ask: [] }),
      );
    const exact = Number(text.replace(',', '.')) * scale;
    const value = keepDecimals(exact, decimals);
    // Rounded, it differs from what was typed.
    return value === keepDecimals(exact, 6)
      ? { value }
      : { value, echo: texts.number(value) + unitSuffix(unit) };
  };

  const bound = (value: number, inside: 'up' | 'down') => texts.number(roundTo(value / scale, 0.01, inside));

  return (
    <>
      <EntryField
        {...common}
        widget={widget}
        state={state}
        read={read}
        write={(value) => texts.number(value / scale, { useGrouping: false })}
        attributes={{ inputMode: 'decimal', autocomplete: 'off' }}
      />
      {min !== undefined && max !== undefined && (
        <small class="muted">
          <bdi>
            {bound(min, 'up')} – {bound(max, 'down') + unitSuffix(display_unit ?? unit)}
          </bdi>
        </small>
      )}
    </>
  );
}
