import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { productJsonSchema } from '../../contract/product/product-json-schema.ts';
import type { Problem } from '../../product-compiler/compile-product.ts';
import { checkProduct, type CheckedProduct } from '../../product-linter/file/check-product.ts';
import { duplicateKeys } from '../../product-linter/file/duplicate-keys.ts';
import { syntaxFault } from '../../product-linter/file/syntax-fault.ts';
import { lineOf } from '../../product-linter/file/line-of.ts';
import { usage } from './usage.ts';

/** Where a command writes; `process.stdout` and `process.stderr` outside tests. */
interface Streams {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

interface FileReport extends CheckedProduct {
  readonly file: string;
  readonly text: string;
  /** Those of the text come with their line: a path leads to the first of two keys. */
  readonly problems: readonly (Problem & { readonly line?: number })[];
  /** Where it stops being JSON. */
  readonly line?: number;
}

/**
 * Runs `quotelet …`, but for `start`.
 *
 * @param args what stands behind `quotelet`.
 * @returns the exit code: 0, 1 (a file has errors), 2 (used wrongly).
 */
export function runCommand(args: readonly string[], streams: Streams): number {
  const [command, ...rest] = args;
  const options = rest.filter((one) => one.startsWith('--'));
  const files = rest.filter((one) => !one.startsWith('--'));
  const refused = options.find((one) => command !== 'check' || one !== '--json');
  if (refused === undefined && command === 'check' && files.length > 0)
    return check(files, options.length > 0, streams);
  if (refused === undefined && command === 'publish' && files.length === 1) return print(files[0]!, streams);
  if (refused === undefined && command === 'schema' && files.length === 0) {
    streams.out(`${JSON.stringify(productJsonSchema(), null, 2)}\n`);
    return 0;
  }
  const asked = command === 'help' || command === '--help' || command === '-h';
  (asked ? streams.out : streams.error)(usage);
  return asked ? 0 : 2;
}

function check(files: readonly string[], asJson: boolean, { out }: Streams): number {
  const reports = files.flatMap(filesIn).map(report);
  const problems = reports.flatMap((one) =>
    one.problems.map((problem) => located(one, problem)).sort((a, b) => a.line - b.line),
  );
  const errors = problems.filter(({ level }) => level === 'error').length;
  if (asJson)
    out(
      `${JSON.stringify({ files: reports.map(({ file, product }) => ({ file, valid: product !== undefined })), problems }, null, 2)}\n`,
    );
  else {
    for (const problem of problems) out(`${line(problem)}\n`);
    out(`${summary(reports.length, errors, problems.length - errors)}\n`);
  }
  return errors === 0 ? 0 : 1;
}

/** The product files of a folder, as the companion reads them; of a folder without any, and of anything else, itself. */
function filesIn(path: string): string[] {
  let names: string[] = [];
  try {
    names = readdirSync(path).filter((name) => name.endsWith('.json'));
  } catch {
    // A file, mostly; what else is wrong with it shows when it is read.
  }
  return names.length === 0 ? [path] : names.sort().map((name) => join(path, name));
}

function print(file: string, { out, error }: Streams): number {
  const checked = report(file);
  for (const problem of checked.problems) error(`${line(located(checked, problem))}\n`);
  if (!checked.product) return 1;
  out(`${JSON.stringify(checked.product)}\n`);
  return 0;
}

/** Reads and checks one file; a file that cannot be read is a problem like any other. */
function report(file: string): FileReport {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
    const checked = checkProduct(JSON.parse(text.replace(/^\uFEFF/, '')));
    return { file, text, ...checked, problems: [...twice(text), ...checked.problems] };
  } catch (error) {
    const fault = error instanceof SyntaxError ? syntaxFault(text.replace(/^\uFEFF/, '')) : undefined;
    if (fault) return unreadable(file, text, fault);
    // What the file system says has a code; anything else is a fault of ours.
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'EISDIR') {
      return unreadable(file, text, { message: 'this is a folder without *.json', hint: 'name a file' });
    }
    return unreadable(file, text, { message: error.message, hint: 'see that it exists and may be read' });
  }
}

const twice = (text: string): FileReport['problems'] =>
  duplicateKeys(text.replace(/^\uFEFF/, '')).map(({ path, key, line, earlier }) => ({
    path,
    line,
    message: `"${key}" stands on line ${earlier}, too; only this one counts`,
    hint: 'leave one of them out',
    level: 'warning',
  }));

const unreadable = (
  file: string,
  text: string,
  { message, hint, line }: Pick<Problem, 'message' | 'hint'> & { readonly line?: number },
): FileReport => ({
  file,
  text,
  problems: [{ path: '', message, hint, level: 'error' }],
  ...(line === undefined ? {} : { line }),
});

type Located = Problem & { readonly file: string; readonly line: number };

const located = ({ file, text, line }: FileReport, problem: FileReport['problems'][number]): Located => ({
  file,
  line: line ?? lineOf(text, problem.path),
  ...problem,
});

const line = ({ file, line, path, level, message, hint }: Located) =>
  `${file}:${line}: ${path === '' ? '' : `${path}: `}${level === 'warning' ? 'warning: ' : ''}${message} (${hint})`;

function summary(files: number, errors: number, warnings: number): string {
  const count = (amount: number, word: string) => `${amount} ${word}${amount === 1 ? '' : 's'}`;
  const found = [
    ...(errors ? [count(errors, 'error')] : []),
    ...(warnings ? [count(warnings, 'warning')] : []),
  ];
  return `${count(files, 'file')} checked: ${found.length ? found.join(', ') : 'all is well'}.`;
}
