import type { Value } from '../../contract/configuration/value.ts';

/** Defaults that gave way to an answer: path → the value taken instead. */
export type AdjustedDefaults = ReadonlyMap<string, Value>;
