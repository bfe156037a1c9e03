import { signal, type Signal } from '@preact/signals';

/** What can be typed; null is nothing. */
export type Typed = string | number | null;

/**
 * What an entry was understood as; null for nothing, or for what could not be read. `echo`: the value in words, where it was
 * not written plainly. `ask`: it could be one of these, none for what is no number at all; the shopper decides.
 */
export interface Reading {
  readonly value: Typed;
  readonly echo?: string;
  readonly ask?: readonly (readonly [number, string])[];
}

/** What stands in a field beside the answer that counts: an entry as it was typed, a file on its way. */
export interface Draft {
  readonly text?: string;
  /** What the text was understood as; absent until it is read. */
  readonly reading?: Reading;
  /** An answer of the shopper's own was picked, even if nothing is entered yet. */
  readonly own?: boolean;
  /** The part of a file that is sent, 0 to 1. */
  readonly progress?: number;
  /** Why a file was not taken. */
  readonly problem?: string;
  /** The one that is on its way, or did not get there. */
  readonly file?: File;
  /** Makes it count, as soon as can be; absent once it does. */
  readonly finish?: () => unknown;
  /** Gives it up. */
  readonly stop?: () => void;
}

/** All drafts of a widget, by the id of their field. They outlive the field: a step that is left takes nothing along. */
export class Drafts extends Map<string, Signal<Draft | undefined>> {
  readonly #isAsked: (id: string) => boolean;

  /** @param isAsked whether the question with this id is asked now: nobody waits for the others. */
  constructor(isAsked: (id: string) => boolean) {
    super();
    this.#isAsked = isAsked;
  }

  at(id: string): Signal<Draft | undefined> {
    let draft = this.get(id);
    if (!draft) this.set(id, (draft = signal()));
    return draft;
  }

  /** What does not count yet. */
  unfinished(): Draft[] {
    return [...this].flatMap(([id, { value }]) => (value?.finish && this.#isAsked(id) ? value : []));
  }

  /** Waits until what stands in the fields counts; with `typed`, does not wait for files that are on their way. */
  async flush(only?: 'typed'): Promise<void> {
    let due;
    while ((due = this.unfinished().filter(({ file }) => !only || !file)).length)
      await Promise.all(due.map(({ finish }) => finish!()));
  }

  /** Gives all of them up. */
  override clear(): void {
    for (const draft of this.values()) {
      draft.peek()?.stop?.();
      draft.value = undefined;
    }
  }
}
