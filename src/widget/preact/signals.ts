type Run = () => void;

/** Who is reading, and what it has to let go of before it reads again. */
interface Reader {
  readonly run: Run;
  readonly sources: Set<Set<Reader>>;
}

let reader: Reader | undefined;
let batches = 0;
const due = new Set<Reader>();

/** A value that knows who reads it. */
export class Signal<T> {
  #value: T;
  readonly #readers = new Set<Reader>();

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    if (reader) {
      this.#readers.add(reader);
      reader.sources.add(this.#readers);
    }
    return this.#value;
  }

  set value(value: T) {
    if (value === this.#value) return;
    this.#value = value;
    for (const each of this.#readers) due.add(each);
    if (!batches) runDue();
  }

  peek(): T {
    return this.#value;
  }
}

export const signal = <T>(value: T) => new Signal(value);

/** Several changes, after which each reader runs once. */
export function batch(change: Run): void {
  batches += 1;
  try {
    change();
  } finally {
    batches -= 1;
    if (!batches) runDue();
  }
}

/** Runs at once, and again when a signal has changed that it read the last time. @returns how to end that. */
export function effect(run: Run): Run {
  const mine: Reader = {
    sources: new Set(),
    run() {
      letGo();
      const outer = reader;
      reader = mine;
      try {
        run();
      } finally {
        reader = outer;
      }
    },
  };
  const letGo = () => {
    for (const readers of mine.sources) readers.delete(mine);
    mine.sources.clear();
    due.delete(mine);
  };
  mine.run();
  return letGo;
}

function runDue(): void {
  for (const each of due) {
    due.delete(each);
    each.run();
  }
}
