import { Inexpressible } from '../rules/inexpressible.ts';
import type { ConstraintNames } from '../rules/constraint-names.ts';
import { type AtLeast, solve } from './solve.ts';
import type { UvlConstraint, UvlFeature, UvlModel, UvlTerm } from '../parser/uvl-model.ts';

/**
 * Finds a valid configuration with few features: what is optional is left out, and of a group the first children are
 * taken, unless a constraint requires otherwise. Ignores comparisons of numbers, and takes features that occur several times
 * as one.
 *
 * @returns the features selected; undefined where there is no such configuration, or none was found in time.
 */
export function findSelection(model: UvlModel, names: ConstraintNames): ReadonlySet<UvlFeature> | undefined {
  const puzzle = new Puzzle(names);
  puzzle.addTree(model.root);
  for (const constraint of model.constraints) puzzle.addConstraint(constraint);
  const found = solve(puzzle.count, puzzle.constraints, (variable, decided) =>
    puzzle.prefers(variable, decided),
  );
  return (
    found &&
    new Set([...puzzle.variables].filter(([, variable]) => found[variable]).map(([feature]) => feature))
  );
}

/** The model as variables and constraints over them. */
class Puzzle {
  readonly constraints: AtLeast[] = [];
  /** In the order of the file, parents before children. */
  readonly variables = new Map<UvlFeature, number>();
  count = 0;
  readonly #names: ConstraintNames;
  /** Child → its parent, its siblings before it, and how many of them it takes. */
  readonly #groups = new Map<
    number,
    { readonly parent: number; readonly before: number[]; readonly min: number }
  >();

  constructor(names: ConstraintNames) {
    this.#names = names;
  }

  addTree(root: UvlFeature): void {
    this.#rule([this.#place(root)]);
  }

  /** A child of a group is taken while the group lacks children. */
  prefers(variable: number, decided: Int8Array): boolean {
    const group = this.#groups.get(variable);
    if (!group || decided[group.parent] !== 1) return false;
    return group.before.filter((sibling) => decided[sibling] === 1).length < group.min;
  }

  addConstraint({ term }: UvlConstraint): void {
    try {
      this.#rule([this.#literal(term)]);
    } catch (error) {
      if (!(error instanceof Inexpressible)) throw error;
    }
  }

  #rule(literals: readonly number[], least = 1): void {
    this.constraints.push({ literals, least });
  }

  #place(feature: UvlFeature): number {
    const parent = (this.count += 1);
    this.variables.set(feature, parent);
    for (const { kind, min, max, features } of feature.groups) {
      const each = kind === 'mandatory' || kind === 'optional';
      const children: number[] = [];
      for (const child of features) {
        this.#groups.set(this.count + 1, { parent, before: each ? [] : [...children], min });
        children.push(this.#place(child));
      }
      for (const child of children) this.#rule([-child, parent]);
      if (kind === 'mandatory') for (const child of children) this.#rule([-parent, child]);
      else if (kind !== 'optional') {
        this.#rule([...Array<number>(min).fill(-parent), ...children], min);
        if (max < children.length)
          this.#rule(
            children.map((child) => -child),
            children.length - max,
          );
      }
    }
    return parent;
  }

  /** A literal that holds exactly if the term does; a free variable for terms that are ignored. */
  #literal(term: UvlTerm): number {
    if (term.is === 'name' && this.#names.isBoolean(term)) {
      return this.variables.get(this.#names.resolve(term.path).placed.feature)!;
    }
    const own = (this.count += 1);
    if (term.is !== 'operation' || !['!', '&', '|', '=>', '<=>'].includes(term.operator)) return own;
    const [a, b = 0] = term.operands.map((one) => this.#literal(one)) as [number, number?];
    switch (term.operator) {
      case '!':
        return -a;
      case '&':
        return -this.#either(own, [-a, -b]);
      case '|':
        return this.#either(own, [a, b]);
      case '=>':
        return this.#either(own, [-a, b]);
      default:
        this.#rule([-own, -a, b]);
        this.#rule([-own, a, -b]);
        this.#rule([own, a, b]);
        this.#rule([own, -a, -b]);
        return own;
    }
  }

  #either(own: number, literals: readonly number[]): number {
    this.#rule([-own, ...literals]);
    for (const literal of literals) this.#rule([own, -literal]);
    return own;
  }
}
