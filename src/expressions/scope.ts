/** Names and what they stand for. Null-prototype, so that only declared names are ever found. */
export type Names = Record<string, unknown>;

/**
 * The names that an expression can read. A feature's name holds its value (a choice: the option's id), the name with a dot
 * behind it (`legs.`) the attributes of the option chosen. Unset is undefined.
 */
export interface Scope {
  /** Features, measures and variables outside repetitions; `quantity`; a repeatable step's id → its repetitions (`Names[]`). */
  readonly global: Names;
  /** The names of the repetition at hand. */
  readonly repetition?: Names | undefined;
  /** Attributes of the option whose availability is evaluated. */
  readonly option?: Readonly<Names> | undefined;
  /** Today, `YYYY-MM-DD`. */
  readonly today?: string | undefined;
  /** Number of the repetition or copy at hand, from 0. */
  readonly index?: number | undefined;
  /** Price lines and groups priced so far → amount for one piece, in major units. */
  readonly subtotals?: Readonly<Record<string, number>> | undefined;
}

/** The scopes of a configuration: outside repetitions, and in those of each repeatable step. */
export interface Scopes {
  readonly scope: Scope;
  readonly repetitions: ReadonlyMap<string, readonly Scope[]>;
}

export const names = (): Names => Object.create(null) as Names;

/** The scopes where something applies: every repetition of the step it names or, without a step, the one outside repetitions. */
export const scopesOf = ({ scope, repetitions }: Scopes, step: string | undefined): readonly Scope[] =>
  step === undefined ? [scope] : repetitions.get(step)!;
