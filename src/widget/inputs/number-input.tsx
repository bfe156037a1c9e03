import { keepDecimals } from '../../configuration/rounding.ts';
import { unitSuffix } from '../display.ts';
import type { Reading, Typed } from '../drafts.ts';
import { Entry } from './entry.tsx';
import type { InputProps } from './inputs.ts';

/** What needs no thought: digits, and at most two decimals behind a sign that cannot part thousands. */
const PLAIN = /^\d+([.,]\d{1,2})?$/;

/** A number with a unit: read as people write it, kept in the base unit. */
export function NumberInput({ widget, state, ...common }: InputProps) {
  const { texts } = widget;
  const { feature, path, min, max } = state;
  const { scale = 1, unit, display_unit, decimals = 0 } = feature;

  /** What cannot be read is no answer, and nothing is guessed. */
  const read = (text: string): Reading | Promise<Reading> => {
    if (!text) return { value: null };
    if (!PLAIN.test(text))
      return import('./read-entry.ts').then(
        ({ readEntry }) => readEntry(text, state, texts),
        () => ({ value: null, ask: [] }),
      );
    const exact = Number(text.replace(',', '.')) * scale;
    const value = keepDecimals(exact, decimals);
    // What is rounded is not what stands there.
    return value === keepDecimals(exact, 6)
      ? { value }
      : { value, echo: texts.number(value) + unitSuffix(unit) };
  };

  /** Rounded to the inside, so that what is shown can be entered. */
  const bound = (value: number, roundingMode: 'ceil' | 'floor') =>
    texts.number(value / scale, { maximumFractionDigits: 2, roundingMode });

  return (
    <>
      <Entry
        {...common}
        widget={widget}
        state={state}
        id={path}
        value={state.value as Typed}
        read={read}
        write={(value) => texts.number(value / scale, { useGrouping: false })}
        onValue={(value) => widget.state.answer(path, value)}
        attributes={{ inputMode: 'decimal', autocomplete: 'off' }}
      />
      {min !== undefined && max !== undefined && (
        <small class="muted">
          <bdi>
            {bound(min, 'ceil')} – {bound(max, 'floor') + unitSuffix(display_unit ?? unit)}
          </bdi>
        </small>
      )}
    </>
  );
}
