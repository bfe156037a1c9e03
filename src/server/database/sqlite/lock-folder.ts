import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Locks the data folder for this process, until the function returned is called or the process ends, however it ends.
 *
 * The lock is an SQLite write transaction that stays open: the operating system drops it with the process, so `kill -9` leaves
 * nothing stale behind, unlike a file with a process id. It has a file of its own, because locking the database itself would
 * shut out backups.
 *
 * @throws Error if another process has it.
 */
export function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, 'quotelet.lock'));
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive');
  } catch (error) {
    lock.close();
    if (!/locked|busy/i.test((error as Error).message)) throw error;
    throw new Error(
      `The data folder ${folder} is in use by another process. Stop that one, or set QUOTELET_DATA to another folder; several machines share a database with DATABASE_URL.`,
    );
  }
  return () => lock.close();
}
