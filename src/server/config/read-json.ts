import { readFileSync } from 'node:fs';
import { syntaxFault } from '../../product-linter/file/syntax-fault.ts';
import { StartError } from './start-error.ts';

/** Reads a JSON file. @throws StartError naming the file, and the line where it stops being JSON. */
export function readJson(file: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const fault = syntaxFault(text);
    throw new StartError(
      fault
        ? `${file}:${fault.line}: ${fault.message} (${fault.hint})`
        : `${file}: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

function readText(file: string): string {
  try {
    // Some editors begin a file with a byte order mark, which is not a part of the JSON.
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new StartError(`${file}: ${(error as Error).message}`, { cause: error });
  }
}
