import { rmSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** The files that shoppers uploaded, each under the id of its upload. */
export interface UploadFolder {
  /**
   * Writes a file: whole and durable, or not at all.
   *
   * @param record stores the upload's row, once the number of bytes is known and before the file takes its name: a crash leaves
   *   no file without a row.
   * @returns the number of bytes
   */
  write(
    id: string,
    chunks: AsyncIterable<Uint8Array>,
    record: (size: number) => Promise<void>,
  ): Promise<number>;
  /** Opens a file; undefined if it is gone. */
  read(id: string): Promise<Readable | undefined>;
  remove(id: string): void;
  /** Removes files that a crash left half written. @param changedBefore milliseconds since 1970 */
  removePartial(changedBefore: number): Promise<void>;
}

const partialEnding = '.part';

/** @param folder is made on the first upload */
export function uploadFolder(folder: string): UploadFolder {
  const pathOf = (id: string): string => join(folder, id);
  return {
    async write(id, chunks, record) {
      await mkdir(folder, { recursive: true });
      const partial = pathOf(id) + partialEnding;
      const file = await open(partial, 'wx');
      let size = 0;
      try {
        for await (const chunk of chunks) {
          await file.writeFile(chunk);
          size += chunk.length;
        }
        await file.sync();
        await file.close();
        await record(size);
        await rename(partial, pathOf(id));
        return size;
      } catch (error) {
        await file.close().catch(() => undefined);
        await rm(partial, { force: true });
        throw error;
      }
    },
    async read(id) {
      try {
        return (await open(pathOf(id))).createReadStream();
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    remove: (id) => rmSync(pathOf(id), { force: true }),
    async removePartial(changedBefore) {
      const names = await readdir(folder).catch((): string[] => []);
      for (const name of names.filter((one) => one.endsWith(partialEnding))) {
        const found = await stat(pathOf(name)).catch(() => undefined);
        if (found && found.mtimeMs < changedBefore) await rm(pathOf(name), { force: true });
      }
    },
  };
}
