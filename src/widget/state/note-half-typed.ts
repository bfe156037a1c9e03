import type { Widget } from '../mount/widget.ts';

/**
 * Notes dates of which only a part is typed. They come out of the browser as nothing, without an event, and are neither an
 * answer nor none.
 */
export function noteHalfTyped({ drafts, options, state }: Widget): void {
  for (const { id, validity } of options.root.querySelectorAll('input')) {
    if (!state.feature(id)) continue;
    const draft = drafts.at(id);
    if (validity.badInput) draft.value = { text: '', reading: { value: null, ask: [] } };
    else if (draft.peek()?.text === '') draft.value = undefined;
  }
}
