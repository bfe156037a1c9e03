import { batch } from '@preact/signals';
import type { TargetedEvent } from 'preact';
import type { Reading, Typed } from '../state/drafts.ts';
import type { Widget } from '../mount/widget.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** How long after the last keystroke an entry is read, in ms. */
const PAUSE = 350;

/**
 * Event handlers for a field. An entry is read, and taken as an answer, when the shopper pauses, leaves the field or presses
 * Enter; never in the middle of a composition.
 *
 * @param id of the field
 * @param read may have to fetch code for unusual formats
 */
export function typingHandlers(
  widget: Widget,
  id: string,
  read: (text: string) => Reading | Promise<Reading>,
  take: (value: Typed) => void,
) {
  const draft = widget.drafts.at(id);
  /** A message that appears now would move a button away from under the pointer that is pressing it. */
  const finishWhenReleased = (finish: () => unknown) =>
    widget.pressed ? widget.pressed.then(finish) : finish();
  const type = ({ value: text, validity }: Field, composing?: boolean) => {
    draft.peek()?.stop?.();
    const finish = () => {
      stop();
      const done = (reading: Reading) => {
        // Another key may have been pressed while code was fetched.
        if (draft.peek()?.finish !== finish) return;
        batch(() => {
          draft.value = { text, reading };
          take(reading.value);
        });
      };
      // The browser reports a half-typed date as an empty value.
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
      // Not read twice: a note about the entry must not disappear while it is being clicked.
      if (draft.peek()?.text !== currentTarget.value) type(currentTarget);
      const { finish } = draft.peek()!;
      if (finish) void finishWhenReleased(finish);
    },
  };
}
