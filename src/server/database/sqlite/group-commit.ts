import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

interface Job {
  readonly work: (transaction: Transaction<Tables>) => Promise<unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const savepoint = CompiledQuery.raw('savepoint job');
const release = CompiledQuery.raw('release job');
const undo = CompiledQuery.raw('rollback to job');

/**
 * Writes that arrive together become durable together: SQLite has one writer, and its cost is the sync at commit, so
 * all jobs of one turn of the event loop share a transaction. Each has its own savepoint: one that throws is undone
 * alone. A job's promise settles only after the commit.
 *
 * Jobs must await nothing but their queries, or they would hold the database meanwhile.
 */
export function groupCommit(
  db: Kysely<Tables>,
): <Result>(work: (transaction: Transaction<Tables>) => Promise<Result>) => Promise<Result> {
  let waiting: Job[] = [];
  let running = false;

  async function run(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      const jobs = waiting;
      waiting = [];
      try {
        for (const settle of await (jobs.length === 1 ? commitAlone(jobs[0]!) : commit(jobs))) settle();
      } catch (error) {
        for (const job of jobs) job.reject(error);
      }
    }
    running = false;
  }

  /** Alone, a job needs no savepoint: where it throws, the transaction is undone, and that is what its caller hears. */
  const commitAlone = async (job: Job): Promise<(() => void)[]> => {
    const result = await db.transaction().execute(job.work);
    return [() => job.resolve(result)];
  };

  const commit = (jobs: readonly Job[]): Promise<(() => void)[]> =>
    db.transaction().execute(async (transaction) => {
      const settled: (() => void)[] = [];
      for (const job of jobs) {
        await transaction.executeQuery(savepoint);
        try {
          const result = await job.work(transaction);
          await transaction.executeQuery(release);
          settled.push(() => job.resolve(result));
        } catch (error) {
          await transaction.executeQuery(undo);
          await transaction.executeQuery(release);
          settled.push(() => job.reject(error));
        }
      }
      return settled;
    });

  return <Result>(work: (transaction: Transaction<Tables>) => Promise<Result>) =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as Job['resolve'], reject });
      // After the poll phase, so that every request read in this turn is in the batch.
      if (waiting.length === 1 && !running) setImmediate(() => void run());
    });
}
