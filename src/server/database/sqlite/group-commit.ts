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
 * Commits writes that arrive together in one transaction. SQLite has a single writer, and the cost of a write is the sync at its
 * commit, so all jobs of one turn of the event loop share one. Each job has a savepoint, so that one that throws is undone
 * alone. A job's promise resolves or rejects only after the commit.
 *
 * Jobs must await nothing but their own queries, or they would hold up the database.
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
        for (const report of await (jobs.length === 1 ? commitAlone(jobs[0]!) : commit(jobs))) report();
      } catch (error) {
        for (const job of jobs) job.reject(error);
      }
    }
    running = false;
  }

  /** A single job needs no savepoint: if it throws, the transaction is undone and its promise rejects. */
  const commitAlone = async (job: Job): Promise<(() => void)[]> => {
    const result = await db.transaction().execute(job.work);
    return [() => job.resolve(result)];
  };

  const commit = (jobs: readonly Job[]): Promise<(() => void)[]> =>
    db.transaction().execute(async (transaction) => {
      const reports: (() => void)[] = [];
      for (const job of jobs) {
        await transaction.executeQuery(savepoint);
        try {
          const result = await job.work(transaction);
          await transaction.executeQuery(release);
          reports.push(() => job.resolve(result));
        } catch (error) {
          await transaction.executeQuery(undo);
          await transaction.executeQuery(release);
          reports.push(() => job.reject(error));
        }
      }
      return reports;
    });

  return <Result>(work: (transaction: Transaction<Tables>) => Promise<Result>) =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as Job['resolve'], reject });
      // After the poll phase, so that the batch has every request that was read in this turn.
      if (waiting.length === 1 && !running) setImmediate(() => void run());
    });
}
