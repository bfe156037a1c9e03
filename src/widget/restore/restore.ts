import { noAnswers } from '../../engine/answers.ts';
import { decodeConfiguration } from '../../configuration/decode-configuration.ts';
import type { Engine } from '../../engine/create-engine.ts';
import { restoreConfiguration } from '../../configuration/restore-configuration.ts';
import { isFirst } from './is-first.ts';
import type { MountOptions } from '../../element-api/mount-options.ts';
import type { InitialAnswers } from './initial-answers.ts';
import { pageUrl } from '../mount/page-url.ts';
import { selectAnswers } from '../state/select-answers.ts';
import { reportUnread } from './report-unread.ts';

/**
 * The answers to start with. In a frame that has reloaded, the selections before; else those of a share link, of the `select`
 * attribute, of the address, or of the last visit, in this order. What cannot be read is ignored and, unless it is from the
 * last visit, reported to the page as `widget.error`.
 */
export async function restore(
  engine: Engine,
  { host, attributes: { select }, preselect = {}, page }: MountOptions,
  name: string,
  saved: string | null,
): Promise<InitialAnswers> {
  /** By source: the paths that could not be read, or undefined for all of it. */
  const unread: (readonly string[] | undefined)[] = [];
  const from = (answers: InitialAnswers['answers'], also?: InitialAnswers['explain']): InitialAnswers => ({
    answers,
    explain(widget) {
      for (const paths of unread) if (paths?.length !== 0) reportUnread(widget, paths);
      return also?.(widget);
    },
  });

  if (page?.selected) {
    const before = { ...page.selected, product_version: engine.product.version };
    return from(restoreConfiguration(engine, before).answers);
  }
  // A frame has only one element.
  const shared = page || isFirst(host) ? pageUrl(page).split(`#${name}=`)[1] : undefined;
  if (shared !== undefined) {
    const linked = decode(engine, shared);
    unread.push(linked?.unknown);
    if (linked) return from(linked.answers);
  }
  if (select) {
    const wanted = parse(select);
    const read = selectAnswers(engine, noAnswers, wanted);
    unread.push(read.unread);
    if (wanted) return from(read.answers);
  }
  if (Object.keys(preselect).length) {
    const { preselected } = await import('./preselected.ts');
    const read = preselected(engine, preselect);
    unread.push(read.unread);
    return from(read.answers);
  }
  const stored = decode(engine, saved);
  if (!stored) return from(noAnswers);
  return from(stored.answers, async (widget) =>
    (await import('./show-resumed-note.tsx')).showResumedNote(widget),
  );
}

function decode(engine: Engine, code: string | null) {
  const configuration = code ? decodeConfiguration(code) : undefined;
  return configuration && restoreConfiguration(engine, configuration);
}

/** The selections of the attribute; undefined if it is not a JSON object. */
export function parse(select: string): object | undefined {
  try {
    const read: unknown = JSON.parse(select);
    return typeof read === 'object' && read && !Array.isArray(read) ? read : undefined;
  } catch {
    return undefined;
  }
}
