import { formatProblem } from '../products/format-problem.ts';
import { productFiles } from '../products/product-files.ts';
import { readProductFile } from '../products/read-product-file.ts';
import type { Streams } from './streams.ts';

/** `quotelet check`: prints what is wrong in product files, in the order of their lines. @returns the exit code. */
export function checkCommand(
  paths: readonly string[],
  { asJson }: { readonly asJson: boolean },
  { out }: Streams,
): number {
  const reports = paths.flatMap(filesIn).map((file) => ({ file, ...readProductFile(file) }));
  const problems = reports.flatMap(({ file, problems }) =>
    problems.map(({ line, ...problem }) => ({ file, line, ...problem })),
  );
  const errors = problems.filter(({ level }) => level === 'error').length;
  if (asJson) {
    const files = reports.map(({ file, product }) => ({ file, valid: product !== undefined }));
    out(`${JSON.stringify({ files, problems }, null, 2)}\n`);
  } else {
    for (const problem of problems) out(`${formatProblem(problem.file, problem)}\n`);
    out(`${summary(reports.length, errors, problems.length - errors)}\n`);
  }
  return errors === 0 ? 0 : 1;
}

/** The product files of a folder, as the companion reads them; for a folder without any, and for anything else, the path itself. */
function filesIn(path: string): string[] {
  try {
    const files = productFiles(path);
    return files.length === 0 ? [path] : files;
  } catch {
    // A file, mostly; what else is wrong with it shows when it is read.
    return [path];
  }
}

function summary(files: number, errors: number, warnings: number): string {
  const count = (amount: number, word: string) => `${amount} ${word}${amount === 1 ? '' : 's'}`;
  const found = [
    ...(errors ? [count(errors, 'error')] : []),
    ...(warnings ? [count(warnings, 'warning')] : []),
  ];
  return `${count(files, 'file')} checked: ${found.length ? found.join(', ') : 'all is well'}.`;
}
