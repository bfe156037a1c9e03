import { rmSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** Uploaded files, one a name: the upload's id. */
export interface UploadFolder {
  /**
   * Writes a file; there whole and durable, or not at all.
   *
   * @param record stores what is known of the file, of so many bytes, before it takes its name: a crash leaves no file that
   *   nothing knows of.
   */
  write(
    id: string,
    chunks: AsyncIterable<Uint8Array>,
    record: (size: number) => Promise<void>,
  ): Promise<number>;
  /** The file, opened; undefined where it is gone. */
  read(id: string): Promise<Readable | undefined>;
  remove(id: string): void;
  /** Removes what a crash left half written. @param before milliseconds since 1970 of the last change */
  removePartial(before: number): Promise<void>;
}

const partialName = /\.part$/;

/** @param folder made on the first upload */
export function uploadFolder(folder: string): UploadFolder {
  const pathOf = (id: string): string => join(folder, id);
  return {
    async write(id, chunks, record) {
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
    async removePartial(before) {
      const names = await readdir(folder).catch((): string[] => []);
      for (const name of names.filter((one) => partialName.test(one))) {
        const found = await stat(pathOf(name)).catch(() => undefined);
        if (found && found.mtimeMs < before) await rm(pathOf(name), { force: true });
      }
    },
  };
}
