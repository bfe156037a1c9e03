import type { Answers } from '../../contract/configuration/answers.ts';
import { noAnswers } from '../../engine/answers.ts';
import type { Engine } from '../../engine/create-engine.ts';
import { readStored } from './stored.ts';
import type { MountOptions } from '../mount/mount.ts';
import { storageName } from './storage-name.ts';
import { pageUrl } from '../mount/page.ts';
import type { Widget } from '../mount/widget.ts';

/** What a configuration starts with. */
export interface InitialAnswers {
  readonly answers: Answers;
  /** Says where they come from to the shopper, and what could not be read to the page. Before the product is on screen. */
  readonly say?: ((widget: Widget) => unknown) | undefined;
}

/** Most visits start with the defaults; what a link, the page or the last visit brings along is read on demand. */
export async function initialAnswers(engine: Engine, options: MountOptions): Promise<InitialAnswers> {
  const { host, attributes, preselect, page } = options;
  const name = storageName(engine.product, host);
  const saved = readStored(host, 'localStorage', name);
  if (saved ?? attributes.select ?? preselect ?? page?.selected ?? pageUrl(page).includes('#')) {
    const { restore } = await import('./restore.ts');
    return restore(engine, options, name, saved);
  }
  return { answers: noAnswers };
}
