import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** The companion's database, the same on SQLite and PostgreSQL. */
export interface Store {
  readonly kind: 'sqlite' | 'postgres';
  /** For reading. */
  readonly db: Kysely<Tables>;
  /**
   * Runs `work` in a transaction: all of it or nothing, and durable once the promise resolves. `work` must await nothing but its
   * own queries.
   */
  write<Result>(work: (transaction: Transaction<Tables>) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}
