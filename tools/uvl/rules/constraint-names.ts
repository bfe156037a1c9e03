import type { Condition } from './condition.ts';
import { all } from './condition.ts';
import { Inexpressible } from './inexpressible.ts';
import type { Placed } from '../features/place-features.ts';
import type { UvlTerm, UvlValue } from '../parser/uvl-model.ts';

type UvlCall = Extract<UvlTerm, { is: 'call' }>;

/** Functions over all features that have an attribute, not over the one that is named. */
export const isAggregate = (called: UvlCall['function']) => called === 'sum' || called === 'avg';

/** Resolves the names in constraints. */
export class ConstraintNames {
  readonly placed: ReadonlyMap<string, Placed>;
  readonly #namespace: string | undefined;
  readonly #nothingChosen: boolean;

  /** @param nothingChosen as if only features that always are were selected. */
  constructor(placed: ReadonlyMap<string, Placed>, namespace: string | undefined, nothingChosen = false) {
    this.placed = placed;
    this.#namespace = namespace;
    this.#nothingChosen = nothingChosen;
  }

  withNothingChosen(): ConstraintNames {
    return new ConstraintNames(this.placed, this.#namespace, true);
  }

  /** A feature, or an attribute of one: `Motor`, `Model.Motor`, `Motor.weight`. @throws {Inexpressible} if there is none. */
  resolve(path: readonly string[]): { readonly placed: Placed; readonly attribute?: UvlValue } {
    const full = path.join('.');
    const [own] = path;
    const placed = this.placed.get(full);
    if (placed) return { placed };
    if (own === this.#namespace && path.length > 1) return this.resolve(path.slice(1));
    const owner = this.placed.get(path.slice(0, -1).join('.'));
    const attribute = owner?.feature.attributes.get(path.at(-1)!);
    if (owner && attribute !== undefined) return { placed: owner, attribute };
    throw new Inexpressible(`there is no feature or attribute "${full}"`);
  }

  /** Whether a term is true or false, and not a number or text. */
  isBoolean(term: UvlTerm): boolean {
    if (term.is === 'literal') return typeof term.value === 'boolean';
    if (term.is === 'operation') return !['+', '-', '*', '/'].includes(term.operator);
    if (term.is === 'call') return false;
    const { placed, attribute } = this.resolve(term.path);
    return attribute === undefined ? placed.value === undefined : typeof attribute === 'boolean';
  }

  /** That a feature is selected (and its attribute true), seen from repetitions of `home`. */
  condition(path: readonly string[], home: string | null | undefined): Condition {
    const { placed, attribute } = this.resolve(path);
    if (attribute !== undefined && typeof attribute !== 'boolean') {
      throw new Inexpressible(`"${path.join('.')}" is neither true nor false`);
    }
    return all(this.selected(placed, home), attribute ?? true);
  }

  /** Without repetitions (`null`), nothing in them is selected. */
  selected(placed: Placed, home: string | null | undefined): Condition {
    const { step } = placed;
    if (!step || step.id === home) return this.chosen(placed);
    if (home === null) return false;
    throw new Inexpressible(`it is about the repetitions of "${step.id}" from outside`);
  }

  /** That a feature is selected, as those beside it see it. */
  chosen({ selected }: Placed): Condition {
    return this.#nothingChosen ? selected === true : selected;
  }

  /** `sum(weight)`, or `sum(Motor, weight)` for Motor and the features below it: those that have the attribute. */
  aggregated({ function: called, operands }: UvlCall): { readonly key: string; readonly features: Placed[] } {
    const paths = operands.map((one) => {
      if (one.is !== 'name') throw new Inexpressible(`${called}() takes names`);
      return one.path.join('.');
    });
    const root = paths.length > 1 ? paths.find((path) => this.placed.has(path)) : undefined;
    const key = paths.find((path) => path !== root);
    if (key === undefined || paths.length > 2)
      throw new Inexpressible(`${called}() takes an attribute, and a feature it is below`);
    const features = [...this.placed.values()].filter(
      (one) =>
        typeof one.feature.attributes.get(key) === 'number' && (root === undefined || isBelow(one, root)),
    );
    return { key, features };
  }

  /** The repeatable steps that a term is about; sums are about all of them at once. */
  steps(term: UvlTerm): Map<string, Condition> {
    const steps = new Map<string, Condition>();
    const visit = (one: UvlTerm): void => {
      if (one.is === 'operation' || (one.is === 'call' && !isAggregate(one.function)))
        one.operands.forEach(visit);
      else if (one.is === 'name') {
        const { step } = this.resolve(one.path).placed;
        if (step) steps.set(step.id, step.there);
      }
    };
    visit(term);
    return steps;
  }
}

function isBelow({ feature, parent }: Placed, root: string): boolean {
  return feature.name === root || (parent !== undefined && isBelow(parent, root));
}
