import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A message, and whether it is what its list says. */
export interface Example {
  readonly name: string;
  readonly message: unknown;
  readonly accepted: boolean;
  /** Why not. */
  readonly reason?: string;
}

/** What an end says and does when it hears these messages. */
export interface Conversation {
  readonly name: string;
  readonly hears: readonly unknown[];
  readonly says: readonly { type: string; data: unknown }[];
  /** What its handlers `note` and `slow` heard. */
  readonly noted?: readonly unknown[];
  /** The code of what ended the port. */
  readonly failed?: string;
}

/** Data of a result, and what becomes of the call. */
export interface Outcome {
  readonly name: string;
  readonly data: unknown;
  readonly value?: unknown;
  readonly error?: object;
}

interface Vectors {
  readonly hello: readonly Example[];
  readonly pair: readonly Example[];
  readonly portMessage: readonly Example[];
  readonly event: readonly Example[];
  readonly conversation: readonly Conversation[];
  readonly result: readonly Outcome[];
}

const made: Readonly<Record<string, () => unknown>> = {
  'long string': () => 'x'.repeat(1_000_000),
  'deep object': () => {
    let deep: object = {};
    for (let i = 0; i < 1000; i++) deep = { deep };
    return deep;
  },
  'wide object': () => Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`member${i}`, i])),
};

/** The examples of docs/PROTOCOL.md, for every implementation to read. */
export const vectors = JSON.parse(
  readFileSync(join(import.meta.dirname, '../vectors.json'), 'utf8'),
  (_, value: { $make?: string } | null) => made[value?.$make ?? '']?.() ?? value,
) as Vectors;
