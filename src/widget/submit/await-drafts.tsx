import { noteHalfTyped } from '../state/note-half-typed.ts';
import { announce } from '../live-region/announce.ts';
import type { Widget } from '../mount/widget.ts';
import { localisedError } from './localised-error.ts';

/**
 * Waits for entries just typed and for uploads, which it tells the shopper.
 *
 * @throws SubmitError `cancelled` if the element is removed meanwhile, or the shopper gives up one of the uploads.
 */
export async function awaitDrafts(widget: Widget): Promise<void> {
  const { drafts, outcome, texts, life } = widget;
  const files = drafts.unfinished().filter(({ file }) => file);
  let givenUp = false;
  if (files.length) {
    const message = texts.t('waiting_for_files');
    const notice = <p class="notice">{message}</p>;
    outcome.value = notice;
    announce(widget, message);
    const arrived = Promise.all(files.map(({ finish }) => finish!()));
    await drafts.flush().finally(() => {
      if (outcome.peek() === notice) outcome.value = null;
    });
    givenUp = (await arrived).includes(false);
  } else await drafts.flush();
  if (life.aborted || givenUp) throw localisedError(widget, 'cancelled');
  noteHalfTyped(widget);
}
