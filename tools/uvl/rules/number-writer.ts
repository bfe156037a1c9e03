import type { Condition } from './condition.ts';
import { Inexpressible } from './inexpressible.ts';
import { isAggregate, type ConstraintNames } from './constraint-names.ts';
import type { Placed } from '../features/place-features.ts';
import type { UvlTerm } from '../parser/uvl-model.ts';
import { fit, joinParts, writeCondition } from './write-condition.ts';
import type { VariableBook } from './variable-book.ts';

/**
 * Writes the numbers and texts of constraints as expressions. Attributes of features that are not selected count as 0 (texts
 * as empty), in sums and alone; an average is over the features that are selected.
 */
export class NumberWriter {
  readonly #names: ConstraintNames;
  readonly #home: string | null | undefined;
  readonly #book: VariableBook;

  constructor(names: ConstraintNames, home: string | null | undefined, book: VariableBook) {
    this.#names = names;
    this.#home = home;
    this.#book = book;
  }

  /** @throws {Inexpressible} for terms that are neither numbers nor texts. */
  write(term: UvlTerm): string {
    return fit(this.#written(term), (text) => this.#book.name(text, this.#home ?? undefined));
  }

  #written(term: UvlTerm): string {
    switch (term.is) {
      case 'literal':
        if (typeof term.value === 'boolean') throw new Inexpressible('true and false are no numbers');
        return quoted(term.value);
      case 'name':
        return this.#named(term.path);
      case 'call':
        return this.#call(term);
      case 'operation': {
        const { operator } = term;
        if (!['+', '-', '*', '/'].includes(operator))
          throw new Inexpressible(`"${operator}" makes no number`);
        const [a, b] = term.operands.map((one) => this.#bracketed(one)) as [string, string];
        return `${a} ${operator} ${b}`;
      }
    }
  }

  #bracketed(term: UvlTerm): string {
    const text = this.write(term);
    return term.is === 'operation' ? `(${text})` : text;
  }

  #named(path: readonly string[]): string {
    const { placed, attribute } = this.#names.resolve(path);
    const selected = this.#names.selected(placed, this.#home);
    if (typeof attribute === 'number' || typeof attribute === 'string') {
      return whileSelected(selected, quoted(attribute), typeof attribute === 'number' ? '0' : '""');
    }
    const { value } = placed;
    if (attribute !== undefined || value === undefined)
      throw new Inexpressible(`"${path.join('.')}" is no number or text`);
    if (selected === true) return value;
    const otherwise = placed.feature.type === 'String' ? '""' : '0';
    return selected === false ? otherwise : `(has(${value}) ? ${value} : ${otherwise})`;
  }

  #call(term: Extract<UvlTerm, { is: 'call' }>): string {
    const { function: called, operands } = term;
    if (!isAggregate(called)) {
      if (operands.length !== 1) throw new Inexpressible(`${called}() takes one name`);
      return `${called === 'len' ? 'size' : called}(${this.write(operands[0]!)})`;
    }
    const { key, features } = this.#names.aggregated(term);
    const sum = this.#total(features, (one) => one.feature.attributes.get(key) as number);
    return called === 'sum' ? sum : `(${sum}) / (${this.#total(features, () => 1)})`;
  }

  #total(over: readonly Placed[], amount: (one: Placed) => number): string {
    const outside: string[] = [];
    const inside = new Map<string, string[]>();
    for (const one of over) {
      const step = one.step?.id;
      const text = whileSelected(this.#names.chosen(one), String(amount(one)), '0');
      if (step === undefined) outside.push(text);
      else inside.set(step, [...(inside.get(step) ?? []), text]);
    }
    for (const [step, parts] of inside) {
      const each = this.#book.name(
        joinParts(parts, ' + ', (text) => this.#book.name(text, step)),
        step,
      );
      outside.push(`sum(${step}.${each})`);
    }
    return outside.length ? `(${joinParts(outside, ' + ', (text) => this.#book.name(text))})` : '0';
  }
}

const quoted = (value: number | string): string =>
  typeof value === 'number' ? String(value) : JSON.stringify(value);

function whileSelected(selected: Condition, value: string, otherwise: string): string {
  if (typeof selected === 'boolean') return selected ? value : otherwise;
  return `(${writeCondition(selected)} ? ${value} : ${otherwise})`;
}
