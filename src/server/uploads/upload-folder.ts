import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** Uploaded files, one a name: the upload's id. */
export interface UploadFolder {
  /** Writes a file; there whole and durable, or not at all. Returns its size. */
  write(id: string, chunks: AsyncIterable<Uint8Array>): Promise<number>;
  read(id: string): Readable;
  remove(id: string): Promise<void>;
}

/** @param folder made on the first upload */
export function uploadFolder(folder: string): UploadFolder {
  const pathOf = (id: string): string => join(folder, id);
  return {
    async write(id, chunks) {
      await mkdir(folder, { recursive: true });
      const partial = `${pathOf(id)}.part`;
      const file = await open(partial, 'wx');
      let size = 0;
      try {
        for await (const chunk of chunks) {
          await file.writeFile(chunk);
          size += chunk.length;
        }
        await file.sync();
        await file.close();
        await rename(partial, pathOf(id));
        return size;
      } catch (error) {
        await file.close().catch(() => undefined);
        await rm(partial, { force: true });
        throw error;
      }
    },
    read: (id) => createReadStream(pathOf(id)),
    remove: (id) => rm(pathOf(id), { force: true }),
  };
}
