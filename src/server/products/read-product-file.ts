import { readFileSync } from 'node:fs';
import { type ReadProduct, readProduct, unreadableProduct } from '../../product-linter/file/read-product.ts';

/** Reads and checks one product file. Where it cannot be read, that is a problem like any other. */
export function readProductFile(file: string): ReadProduct {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return unreadableProduct(
      code === 'EISDIR'
        ? { line: 1, message: 'this is a folder without *.json', hint: 'name a file' }
        : { line: 1, message, hint: 'see that it exists and may be read' },
    );
  }
  return readProduct(bytes);
}
