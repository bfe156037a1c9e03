import { noteHalfTyped } from '../state/note-half-typed.ts';
import { announce } from '../live-region/announce.ts';
import type { Widget } from '../mount/widget.ts';
import { SubmitError } from './submit-error.ts';

/**
 * Waits until what stands in the fields counts: entries just typed, files on their way, which is said.
 *
 * @throws SubmitError `cancelled` where the element goes meanwhile, or the shopper gives up a file that was waited for.
 */
export async function awaitDrafts(widget: Widget): Promise<void> {
  const { drafts, outcome, texts, life } = widget;
  const files = drafts.unfinished().filter(({ file }) => file);
  let givenUp = false;
  if (files.length) {
    const words = texts.t('waiting_for_files');
    const notice = <p class="notice">{words}</p>;
    outcome.value = notice;
    announce(widget, words);
    const arrived = Promise.all(files.map(({ finish }) => finish!()));
    await drafts.flush().finally(() => {
      if (outcome.peek() === notice) outcome.value = null;
    });
    givenUp = (await arrived).includes(false);
  } else await drafts.flush();
  if (life.aborted || givenUp) throw new SubmitError('cancelled', texts.t('cancelled'));
  noteHalfTyped(widget);
}
