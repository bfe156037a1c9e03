import type { ProductInput } from '../../../src/contract/product/product.ts';
import type { IdMaker } from '../features/id-maker.ts';

/** The variables of a product: parts of expressions that are too long, or that sums over repetitions need. */
export class VariableBook {
  readonly variables: NonNullable<ProductInput['variables']> = [];
  readonly #known = new Map<string, string>();
  readonly #ids: IdMaker;

  constructor(ids: IdMaker) {
    this.#ids = ids;
  }

  /** The name of a variable with this value; the same name for the same value. @param step evaluated in each of its repetitions. */
  name(value: string, step?: string): string {
    const key = `${step ?? ''} ${value}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const id = this.#ids.id('part_1');
    this.#known.set(key, id);
    this.variables.push({ id, value, ...(step !== undefined && { step }) });
    return id;
  }

  valueOf(id: string): string | undefined {
    return this.variables.find((one) => one.id === id)?.value;
  }
}
