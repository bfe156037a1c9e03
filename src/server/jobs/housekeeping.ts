import type { Store } from '../database/store.ts';
import type { Log } from '../log.ts';
import type { UploadFolder } from '../uploads/upload-folder.ts';
import type { UploadRows } from '../uploads/upload-rows.ts';

interface HousekeepingOptions {
  readonly store: Store;
  readonly uploads: { readonly rows: UploadRows; readonly folder: UploadFolder };
  readonly log: Log;
  /** Milliseconds that idempotency keys are kept. */
  readonly keyKeptFor: number;
}

const hour = 60 * 60 * 1000;
const uploadKeptFor = 24 * hour;

/**
 * Removes, at once and then every hour, idempotency keys that have expired, uploads that nobody submitted, and what is left of
 * those that a crash cut short.
 */
export function housekeeping({ store, uploads, log, keyKeptFor }: HousekeepingOptions): { stop(): void } {
  async function cleanUp(): Promise<void> {
    const ago = (milliseconds: number): string => new Date(Date.now() - milliseconds).toISOString();
    await store.write((transaction) =>
      transaction.deleteFrom('idempotency_keys').where('created_at', '<', ago(keyKeptFor)).execute(),
    );
    await uploads.rows.forgetUnclaimed(ago(uploadKeptFor), (id) => uploads.folder.remove(id));
    // Machines may share the folder, and no upload on any of them takes an hour.
    await uploads.folder.removePartial(Date.now() - hour);
  }
  const run = (): void => {
    cleanUp().catch((error: Error) => log('error', 'housekeeping_failed', { reason: error.message }));
  };
  run();
  const timer = setInterval(run, hour).unref();
  return { stop: () => clearInterval(timer) };
}
