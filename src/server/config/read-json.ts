import { readFileSync } from 'node:fs';
import { decodeUtf8 } from '../../product-linter/file/decode-utf8.ts';
import { parseJson } from '../../product-linter/file/parse-json.ts';
import { StartError } from './start-error.ts';

/** Reads a JSON file. @throws StartError naming the file, and the line where it is no text or stops being JSON. */
export function readJson(file: string): unknown {
  const text = decodeUtf8(readBytes(file));
  const read = typeof text === 'string' ? parseJson(text) : { fault: text };
  if ('value' in read) return read.value;
  const { line, message, hint } = read.fault;
  throw new StartError(`${file}:${line}: ${message} (${hint})`);
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new StartError(`${file}: ${(error as Error).message}`, { cause: error });
  }
}
