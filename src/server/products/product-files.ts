import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The product files of a folder: every `*.json`, sorted. @throws what the file system says. */
export const productFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
