import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { groupCommit } from './group-commit.ts';
import { lockFolder } from './lock-folder.ts';
import { migrate } from '../migrations/migrate.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import type { Store } from '../store.ts';
import type { Tables } from '../tables.ts';

/**
 * Opens `quotelet.sqlite` in `folder` and creates both if they are missing. Acknowledged writes survive a crash and a power cut:
 * WAL with a sync at every commit.
 *
 * @throws Error if another process uses the folder.
 */
export async function openSqliteStore(folder: string): Promise<Store> {
  mkdirSync(folder, { recursive: true });
  const unlock = lockFolder(folder);
  try {
    const database = new DatabaseSync(join(folder, 'quotelet.sqlite'));
    database.exec('pragma busy_timeout = 5000; pragma journal_mode = wal; pragma synchronous = full;');
    // 16 MB of log between checkpoints, so that pages written again and again are copied into the database only once.
    database.exec('pragma wal_autocheckpoint = 4000');
    const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
    await migrate(db);
    return {
      kind: 'sqlite',
      db,
      write: groupCommit(db),
      async close() {
        await db.destroy();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
