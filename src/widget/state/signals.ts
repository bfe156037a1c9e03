import { signal, type Signal } from '@preact/signals';

/** Values by name, a signal for each. */
export class Signals<T> extends Map<string, Signal<T | undefined>> {
  /** The signal with this name, made on first use. */
  at(name: string): Signal<T | undefined> {
    let found = this.get(name);
    if (!found) this.set(name, (found = signal()));
    return found;
  }

  /** @returns the value before */
  put(name: string, value: T): T | undefined {
    const each = this.at(name);
    const before = each.peek();
    each.value = value;
    return before;
  }
}
