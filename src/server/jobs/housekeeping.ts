import type { Log } from '../log.ts';
import type { Store } from '../database/store.ts';
import type { UploadRows } from '../uploads/upload-rows.ts';
import type { UploadFolder } from '../uploads/upload-folder.ts';

export interface HousekeepingOptions {
  readonly store: Store;
  readonly rows: UploadRows;
  readonly uploads: UploadFolder;
  readonly log: Log;
  /** Milliseconds. */
  readonly keyKeptFor: number;
}

const hour = 60 * 60 * 1000;
const uploadKeptFor = 24 * hour;

/** Forgets, at the start and every hour, idempotency keys that have had their time, uploads that nobody submitted, and halves of others. */
export function housekeeping({ store, rows, uploads, log, keyKeptFor }: HousekeepingOptions): {
  stop(): void;
} {
  async function tidy(): Promise<void> {
    const ago = (milliseconds: number): string => new Date(Date.now() - milliseconds).toISOString();
    await store.write((transaction) =>
      transaction.deleteFrom('idempotency_keys').where('created_at', '<', ago(keyKeptFor)).execute(),
    );
    await rows.forgetUnclaimed(ago(uploadKeptFor), (id) => uploads.remove(id));
    // No upload takes that long, on whichever machine that shares the folder.
    await uploads.removePartial(Date.now() - hour);
  }
  const run = (): void => {
    tidy().catch((error: Error) => log('error', 'housekeeping_failed', { reason: error.message }));
  };
  run();
  const timer = setInterval(run, hour).unref();
  return { stop: () => clearInterval(timer) };
}
