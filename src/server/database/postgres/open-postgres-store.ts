import { Kysely, PostgresDialect } from 'kysely';
import { migrate } from '../migrations/migrate.ts';
import type { Store } from '../store.ts';
import type { Tables } from '../tables.ts';

const bigint = 20;

/**
 * Connects to PostgreSQL; any number of companions may share it.
 *
 * @param url `postgres://user:password@host:port/database`
 */
export async function openPostgresStore(url: string): Promise<Store> {
  // Loaded on demand: most companions run on SQLite.
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    types: {
      // Our bigints are cents and bytes, far below 2^53. The driver's strings would be another type than on SQLite.
      getTypeParser: ((oid: number, format?: 'text') =>
        oid === bigint
          ? Number
          : (pg.types.getTypeParser(oid, format) as unknown)) as typeof pg.types.getTypeParser,
    },
  });
  // The pool replaces an idle connection that breaks; without a listener, the error would end the process.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    kind: 'postgres',
    db,
    write: (work) => db.transaction().execute(work),
    close: () => db.destroy(),
  };
}
