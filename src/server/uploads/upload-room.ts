import { ApiError } from '../http/api-error.ts';
import type { UploadRows } from './upload-rows.ts';

/** Bytes that uploaded files may take up together. */
export interface UploadQuota {
  /** As long as no submission names them. */
  readonly unclaimed: number;
  readonly total: number;
}

/**
 * Room for uploads, kept from the moment one begins: those under way count like those that are there.
 *
 * @returns takes room for a file of so many bytes; the function it resolves with gives it back, once the file's row is stored
 *   or nothing of it is left.
 * @throws ApiError 503 uploads_full, storage_full (from the function returned)
 */
export function uploadRoom(
  rows: Pick<UploadRows, 'bytes'>,
  quota: UploadQuota,
): (length: number) => Promise<() => void> {
  let taken = 0;
  let turn: Promise<unknown> = Promise.resolve();

  async function take(length: number): Promise<() => void> {
    // What is given back while the query runs may be missing from its answer, so it still counts.
    const underWay = taken;
    const { unclaimed, total } = await rows.bytes();
    if (total + underWay + length > quota.total) {
      throw new ApiError(503, 'storage_full', 'No more files can be stored.');
    }
    if (unclaimed + underWay + length > quota.unclaimed) {
      throw new ApiError(503, 'uploads_full', 'No more files are taken at the moment; try again later.');
    }
    taken += length;
    return () => {
      taken -= length;
    };
  }

  // One after the other: two that ask at once would both find the last room free.
  return (length) => {
    const mine = turn.then(() => take(length));
    turn = mine.catch(() => undefined);
    return mine;
  };
}
