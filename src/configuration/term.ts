/** The names an expression reads. Null-prototype records: only own, declared names are ever found. */
export interface Scope {
  /** Features, measures and variables outside repetitions; `quantity`; and each repeatable step's id → its repetitions. */
  readonly global: Readonly<Record<string, unknown>>;
  /** The names of the repetition at hand. */
  readonly repetition?: Readonly<Record<string, unknown>> | undefined;
  /** Attributes of the option that is being judged. */
  readonly option?: Readonly<Record<string, unknown>> | undefined;
  readonly index?: number | undefined;
}
