import type { Answers } from '../contract/resolution.ts';
import type { Selections } from '../contract/value.ts';
import { noAnswers } from '../configuration/answers.ts';
import { decodeConfiguration } from '../configuration/configuration-code.ts';
import type { Engine } from '../configuration/engine.ts';
import { openConfiguration } from '../configuration/open-configuration.ts';
import type { Opening } from './opening-answers.ts';
import { selected } from './selected.ts';

/**
 * What to start with: a share link comes first, then what the page selects, then what the shopper left behind the last time.
 * What cannot be read counts as not being there.
 */
export function reopen(
  engine: Engine,
  host: HTMLElement,
  name: string,
  saved: string | null,
  select: string | undefined,
): Opening {
  const shared = isFirst(host) ? location.hash.split(`#${name}=`)[1] : undefined;
  const linked = decode(engine, shared);
  if (linked) return { answers: linked, from: 'link' };
  const wanted = parse(select);
  if (wanted) return { answers: selected(engine, noAnswers, wanted), from: 'attribute' };
  const stored = decode(engine, saved);
  return stored ? { answers: stored, from: 'storage' } : { answers: noAnswers, from: 'defaults' };
}

function decode(engine: Engine, code: string | null | undefined): Answers | undefined {
  const configuration = code ? decodeConfiguration(code) : undefined;
  return configuration && openConfiguration(engine, configuration).answers;
}

/** What an attribute selects; undefined for what is no JSON object. */
export function parse(select: string | undefined): Selections | undefined {
  try {
    const read: unknown = JSON.parse(select ?? '');
    return typeof read === 'object' && read && !Array.isArray(read) ? (read as Selections) : undefined;
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
