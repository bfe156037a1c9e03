import { noAnswers } from '../configuration/answers.ts';
import { decodeConfiguration } from '../configuration/configuration-code.ts';
import type { Engine } from '../configuration/engine.ts';
import { openConfiguration } from '../configuration/open-configuration.ts';
import type { Opening } from './opening-answers.ts';
import { emit } from './emit.ts';
import { selected } from './selected.ts';

/**
 * What to start with: a share link comes first, then what the page selects, then what the shopper left behind the last time.
 * What cannot be read counts as not being there; of a link and a selection the page hears that, as `widget.error`.
 */
export function reopen(
  engine: Engine,
  host: HTMLElement,
  name: string,
  saved: string | null,
  select: string | undefined,
): Opening {
  const tell = (unread: readonly string[] | undefined) =>
    unread?.length !== 0 && tellUnread(engine, host, unread);
  const shared = isFirst(host) ? location.hash.split(`#${name}=`)[1] : undefined;
  if (shared !== undefined) {
    const linked = decode(engine, shared);
    tell(linked?.unknown);
    if (linked) return { answers: linked.answers, from: 'link' };
  }
  if (select) {
    const wanted = parse(select);
    const { answers, unread } = selected(engine, noAnswers, wanted);
    tell(unread);
    if (wanted) return { answers, from: 'attribute' };
  }
  const stored = decode(engine, saved);
  return stored ? { answers: stored.answers, from: 'storage' } : { answers: noAnswers, from: 'defaults' };
}

/** Tells the page what of its markup or of a link could not be read. */
export function tellUnread(
  { product }: Engine,
  host: HTMLElement,
  unread: readonly string[] | undefined,
): void {
  void import('./unread-error.ts').then(
    ({ unreadError }) => {
      const { code, message } = unreadError(product, unread);
      emit(host, 'widget.error', { code, message });
    },
    () => {},
  );
}

function decode(engine: Engine, code: string | null) {
  const configuration = code ? decodeConfiguration(code) : undefined;
  return configuration && openConfiguration(engine, configuration);
}

/** What an attribute selects; undefined for what is no JSON object. */
export function parse(select: string): object | undefined {
  try {
    const read: unknown = JSON.parse(select);
    return typeof read === 'object' && read && !Array.isArray(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** Of several elements of one product without ids, a link means the first. */
function isFirst(host: HTMLElement): boolean {
  const alike = (each: Element) =>
    ['product', 'src', 'id'].every((name) => each.getAttribute(name) === host.getAttribute(name));
  return [...document.querySelectorAll(host.localName)].find(alike) === host || !host.isConnected;
}
