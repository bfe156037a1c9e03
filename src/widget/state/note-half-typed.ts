import type { Widget } from '../mount/widget.ts';

/**
 * Makes drafts of dates of which only a part has been typed: browsers report them as empty, without an event, so they would
 * pass for no answer.
 */
export function noteHalfTyped({ drafts, options, state }: Widget): void {
  for (const { id, validity } of options.root.querySelectorAll('input')) {
    if (!state.feature(id)) continue;
    const draft = drafts.at(id);
    if (validity.badInput) draft.value = { text: '', reading: { value: null, ask: [] } };
    else if (draft.peek()?.text === '') draft.value = undefined;
  }
}
