import { noAnswers } from '../../engine/answers.ts';
import type { Engine } from '../../engine/create-engine.ts';
import { readStored } from './storage.ts';
import type { MountOptions } from '../../element-api/mount-options.ts';
import { storageName } from './storage-name.ts';
import { pageUrl } from '../mount/page-url.ts';
import type { InitialAnswers } from './initial-answers.ts';

/** The defaults, for most visits. The code that reads answers from a link, the page or the last visit is loaded on demand. */
export async function readInitialAnswers(engine: Engine, options: MountOptions): Promise<InitialAnswers> {
  const { host, attributes, preselect, page } = options;
  const name = storageName(engine.product, host);
  const saved = readStored(host, 'localStorage', name);
  if (saved ?? attributes.select ?? preselect ?? page?.selected ?? pageUrl(page).includes('#')) {
    const { restore } = await import('./restore.ts');
    return restore(engine, options, name, saved);
  }
  return { answers: noAnswers };
}
