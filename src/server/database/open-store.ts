import { openPostgresStore } from './postgres/open-postgres-store.ts';
import { openSqliteStore } from './sqlite/open-sqlite-store.ts';
import type { Store } from './store.ts';

/** Opens the store that the environment asks for: PostgreSQL if there is a database URL, else SQLite in the data folder. */
export function openStore(where: { folder: string; databaseUrl?: string | undefined }): Promise<Store> {
  return where.databaseUrl ? openPostgresStore(where.databaseUrl) : openSqliteStore(where.folder);
}
