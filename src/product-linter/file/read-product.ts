import { parseTree } from 'jsonc-parser';
import type { Problem } from '../../product-compiler/problem.ts';
import { type CheckedProduct, checkProduct } from './check-product.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import type { FileFault } from './file-fault.ts';
import { LineMap } from './line-map.ts';
import { offsetOf } from './offset-of.ts';
import { parseJson } from './parse-json.ts';

export interface LocatedProblem extends Problem {
  /** From 1. */
  readonly line: number;
}

export interface ReadProduct extends CheckedProduct {
  /** By line. */
  readonly problems: readonly LocatedProblem[];
  /** The line (from 1) where a path begins, or the last part of it that is there. */
  readonly lineOf: (path: string) => number;
}

/** Reads and checks a product file: its encoding, its JSON, its shape, and all that `checkProduct` looks at. */
export function readProduct(bytes: Uint8Array): ReadProduct {
  const text = decodeUtf8(bytes);
  if (typeof text !== 'string') return unreadableProduct(text);
  const parsed = parseJson(text);
  if ('fault' in parsed) return unreadableProduct(parsed.fault);
  const root = parseTree(text)!;
  const lines = new LineMap(text);
  const lineAt = (offset: number) => lines.positionOf(offset).line;
  const lineOf = (path: string) => lineAt(offsetOf(root, path));
  const duplicates = duplicateKeys(root).map(({ path, key, offset, earlier }): LocatedProblem => ({
    path,
    line: lineAt(offset),
    message: `"${key}" stands on line ${lineAt(earlier)}, too; only this one counts`,
    hint: 'leave one of them out',
    level: 'warning',
  }));
  const checked = checkProduct(parsed.value);
  const located = checked.problems.map((problem) => ({ ...problem, line: lineOf(problem.path) }));
  return { ...checked, problems: [...duplicates, ...located].sort((a, b) => a.line - b.line), lineOf };
}

/** A file that is no product because it cannot be read. */
export function unreadableProduct({ line, message, hint }: FileFault): ReadProduct {
  return { problems: [{ path: '', line, message, hint, level: 'error' }], lineOf: () => line };
}
