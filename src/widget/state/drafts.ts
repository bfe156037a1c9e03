import { Signals } from './signals.ts';

/** What can be typed; null for nothing. */
export type Typed = string | number | null;

/** How an entry was understood. */
export interface Reading {
  /** null for an empty entry, and for one that could not be read. */
  readonly value: Typed;
  /** The value in words, if it was not written plainly. */
  readonly echo?: string;
  /** What it may mean, for the shopper to decide; empty if it is not a number at all. */
  readonly ask?: readonly (readonly [number, string])[];
}

/** What is in a field in addition to the answer that counts: an entry as it was typed, a file on its way. */
export interface Draft {
  readonly text?: string;
  /** How the text was understood; absent until it is read. */
  readonly reading?: Reading;
  /** An answer of the shopper's own was picked, even if nothing is entered yet. */
  readonly own?: boolean;
  /** How much of a file has been sent, 0 to 1. */
  readonly progress?: number;
  /** Why a file was not accepted. */
  readonly problem?: string;
  /** The file that is being sent, or could not be sent. */
  readonly file?: File;
  /** Makes it count as soon as possible; absent once it does. */
  readonly finish?: () => unknown;
  /** Discards it. */
  readonly stop?: () => void;
}

/** All drafts of a widget, by the id of their field. They outlive the field, so leaving a step loses nothing. */
export class Drafts extends Signals<Draft> {
  readonly #isAsked: (id: string) => boolean;

  /** @param isAsked whether the question with this id is asked now; drafts of others are not waited for */
  constructor(isAsked: (id: string) => boolean) {
    super();
    this.#isAsked = isAsked;
  }

  /** The drafts that do not count yet. */
  unfinished(): Draft[] {
    return [...this].flatMap(([id, { value }]) => (value?.finish && this.#isAsked(id) ? value : []));
  }

  /** Waits until what is in the fields counts; with `typed`, does not wait for files that are being sent. */
  async flush(only?: 'typed'): Promise<void> {
    let due;
    while ((due = this.unfinished().filter(({ file }) => !only || !file)).length)
      await Promise.all(due.map(({ finish }) => finish!()));
  }

  /** Discards all of them. */
  override clear(): void {
    for (const draft of this.values()) {
      draft.peek()?.stop?.();
      draft.value = undefined;
    }
  }
}
