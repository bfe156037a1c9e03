import type { Answers } from '../../contract/configuration/resolution.ts';
import { noAnswers } from '../../engine/answers.ts';
import type { Engine } from '../../engine/create-engine.ts';
import { kept } from './kept.ts';
import type { MountOptions } from '../mount/mount.ts';
import { nameOf } from './names.ts';
import { pageUrl } from '../mount/page.ts';
import type { Widget } from '../mount/widget.ts';

/** What a configuration starts with. */
export interface Opening {
  readonly answers: Answers;
  /** Says where they come from to the shopper, and what could not be read to the page. Before the product is on screen. */
  readonly say?: ((widget: Widget) => unknown) | undefined;
}

/** Most visits start with the defaults; what a link, the page or the last visit brings along is read on demand. */
export async function openingAnswers(engine: Engine, options: MountOptions): Promise<Opening> {
  const { host, attributes, preselect, page } = options;
  const name = nameOf(engine.product, host);
  const saved = kept(host, 'localStorage', name);
  if (saved ?? attributes.select ?? preselect ?? page?.selected ?? pageUrl(page).includes('#')) {
    const { reopen } = await import('./restore.ts');
    return reopen(engine, options, name, saved);
  }
  return { answers: noAnswers };
}
