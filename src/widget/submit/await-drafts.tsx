import { say } from '../say.ts';
import type { Widget } from '../widget.ts';
import { SubmitError } from './submit-error.ts';

/**
 * Waits until what stands in the fields counts: entries just typed, files on their way, which is said.
 *
 * @throws SubmitError `cancelled` where the element goes meanwhile.
 */
export async function awaitDrafts(widget: Widget): Promise<void> {
  const { drafts, outcome, texts, life } = widget;
  const waits = drafts.unfinished().some(({ file }) => file);
  if (waits) {
    const words = texts.t('waiting_for_files');
    outcome.value = <p class="notice">{words}</p>;
    say(widget, words);
  }
  await drafts.settle();
  if (life.aborted) throw new SubmitError('cancelled', texts.t('cancelled'));
  if (waits) outcome.value = null;
  noteHalfTyped(widget);
}

/** A date of which only a part is typed comes out of the browser as nothing, without an event. It is no answer, and not none. */
function noteHalfTyped({ drafts, options, state }: Widget): void {
  for (const { id, validity } of options.root.querySelectorAll('input')) {
    if (!state.feature(id)) continue;
    const draft = drafts.at(id);
    if (validity.badInput) draft.value = { text: '', reading: { value: null, ask: [] } };
    else if (draft.peek()?.text === '') draft.value = undefined;
  }
}
