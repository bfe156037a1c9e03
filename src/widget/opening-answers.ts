import type { Answers } from '../contract/resolution.ts';
import { noAnswers } from '../configuration/answers.ts';
import type { Engine } from '../configuration/engine.ts';
import type { MountOptions } from './mount.ts';
import { nameOf } from './names.ts';

/** What a configuration starts with, and where that comes from. */
export interface Opening {
  readonly answers: Answers;
  readonly from: 'defaults' | 'attribute' | 'link' | 'storage';
}

/** Most visits start with the defaults; what a link, the page or the last visit brings along is read on demand. */
export async function openingAnswers(engine: Engine, { host, attributes }: MountOptions): Promise<Opening> {
  const name = nameOf(engine.product, host);
  let saved: string | null = null;
  try {
    saved = localStorage.getItem(name);
  } catch {
    // Off limits in some frames, even to ask.
  }
  if (saved ?? attributes.select ?? location.hash) {
    const { reopen } = await import('./reopen.ts');
    return reopen(engine, host, name, saved, attributes.select);
  }
  return { answers: noAnswers, from: 'defaults' };
}
