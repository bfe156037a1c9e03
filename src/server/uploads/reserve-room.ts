import { ApiError } from '../http/api-error.ts';
import type { UploadRows } from './upload-rows.ts';

/** Bytes that uploaded files may take up together. */
export interface UploadQuota {
  /** Those that no submission names yet. */
  readonly unclaimed: number;
  readonly total: number;
}

/**
 * Reserves room for an upload from the moment it begins, so that those under way count like those that are stored.
 *
 * @returns a function that reserves room for so many bytes. The one it resolves with gives it back, once the file's row is
 *   stored or nothing of it is left.
 * @throws ApiError 503 uploads_full, storage_full (from the function returned)
 */
export function reserveRoom(
  rows: Pick<UploadRows, 'bytes'>,
  quota: UploadQuota,
): (length: number) => Promise<() => void> {
  let reserved = 0;
  let previous: Promise<unknown> = Promise.resolve();

  async function reserve(length: number): Promise<() => void> {
    // Uploads that end while the query runs may be missing from its answer, so they still count.
    const underWay = reserved;
    const { unclaimed, total } = await rows.bytes();
    if (total + underWay + length > quota.total) {
      throw new ApiError(503, 'storage_full', 'No more files can be stored.');
    }
    if (unclaimed + underWay + length > quota.unclaimed) {
      throw new ApiError(503, 'uploads_full', 'No more files are taken at the moment; try again later.');
    }
    reserved += length;
    return () => {
      reserved -= length;
    };
  }

  // One after the other: two that ask at once would both find the last room free.
  return (length) => {
    const result = previous.then(() => reserve(length));
    previous = result.catch(() => undefined);
    return result;
  };
}
