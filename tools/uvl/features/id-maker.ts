import { reserved } from '../../../src/expressions/functions.ts';

/** Makes valid, unique ids of names. */
export class IdMaker {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = reserved) {
    this.#taken = new Set(taken);
  }

  /** An id for an expression: letters, digits and `_`, at most 64 of them, not starting with a digit. */
  id(name: string): string {
    const plain = bare(name);
    return this.#unique(plain === '' || /^\d/.test(plain) ? `_${plain}` : plain);
  }

  /** An id of an option; it may start with a digit, but not with `_`. */
  option(name: string): string {
    return this.#unique(bare(name).replace(/^_+/, '') || 'option');
  }

  #unique(name: string): string {
    let id = name.slice(0, 64);
    for (let n = 2; this.#taken.has(id); n += 1) id = `${name.slice(0, 58)}_${n}`;
    this.#taken.add(id);
    return id;
  }
}

/** Letters without accents; everything else becomes one `_`. */
const bare = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_]+/g, '_')
    .replace(/(?<=.)_+$/, '');
