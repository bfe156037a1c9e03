import { batch } from '@preact/signals';
import type { TargetedEvent } from 'preact';
import type { Reading, Typed } from '../state/drafts.ts';
import type { Widget } from '../mount/widget.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** How long after a keystroke an entry is read, in ms. */
const PAUSE = 350;

/**
 * Handlers of a field in which something is typed: it is read when the shopper pauses, leaves the field or presses Enter, never
 * in the middle of a composition, and taken as an answer then.
 *
 * @param id of the field
 * @param read may have to fetch what reads odd entries
 */
export function typing(
  widget: Widget,
  id: string,
  read: (text: string) => Reading | Promise<Reading>,
  take: (value: Typed) => void,
) {
  const draft = widget.drafts.at(id);
  /** What an entry brings on screen would move a button out from under the pointer that presses it. */
  const finishWhenReleased = (finish: () => unknown) =>
    widget.pressed ? widget.pressed.then(finish) : finish();
  const type = ({ value: text, validity }: Field, composing?: boolean) => {
    draft.peek()?.stop?.();
    const finish = () => {
      stop();
      const done = (reading: Reading) => {
        // Another key may have been pressed while an odd format was fetched.
        if (draft.peek()?.finish !== finish) return;
        batch(() => {
          draft.value = { text, reading };
          take(reading.value);
        });
      };
      // What the browser itself cannot read (a date half typed) it hands out as nothing.
      const reading: Reading | Promise<Reading> = validity?.badInput
        ? { value: null, ask: [] }
        : read(text.trim());
      return reading instanceof Promise ? reading.then(done) : done(reading);
    };
    const stop = composing ? () => {} : widget.after(PAUSE, () => void finishWhenReleased(finish));
    draft.value = { text, finish, stop };
  };
  return {
    onInput: (event: TargetedEvent<Field, InputEvent>) => type(event.currentTarget, event.isComposing),
    onCompositionEnd: ({ currentTarget }: TargetedEvent<Field>) => type(currentTarget),
    onChange({ currentTarget }: TargetedEvent<Field>) {
      // What is read already stays so: a note about it must not go while it is clicked on.
      if (draft.peek()?.text !== currentTarget.value) type(currentTarget);
      const { finish } = draft.peek()!;
      if (finish) void finishWhenReleased(finish);
    },
  };
}
