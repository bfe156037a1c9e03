import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { productOfUvl } from './uvl/product-of-uvl.ts';

const usage = 'npm run import:uvl -- FILE [--out product.json]';

/**
 * Imports a UVL feature model as a product file. The product goes to `--out` or to standard output, the report to standard
 * error.
 *
 * @param argv arguments without the program.
 * @returns the exit code: 0, or 1 if the file cannot be imported.
 */
export function importUvl(
  argv: readonly string[],
  write: { readonly out: (text: string) => void; readonly error: (text: string) => void },
): number {
  let file: string | undefined;
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { out: { type: 'string' } },
      allowPositionals: true,
    });
    [file] = positionals;
    if (file === undefined || positionals.length > 1) {
      write.error(`${usage}\n`);
      return 1;
    }
    const imported = productOfUvl(readFileSync(file, 'utf8'));
    const json = `${JSON.stringify(imported.product, null, 2)}\n`;
    if (values.out === undefined) write.out(json);
    else writeFileSync(values.out, json);
    write.error(report(file, imported));
    return 0;
  } catch (error) {
    write.error(`${file ?? 'import:uvl'}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function report(
  file: string,
  { product, features, constraints, held, valid, notes }: ReturnType<typeof productOfUvl>,
): string {
  const asked = product.steps
    .flatMap((step) => step.features)
    .filter(({ type }) => type !== 'computed').length;
  const lines = [
    `${file}: ${features} features and ${constraints} constraints`,
    `  ${product.steps.length} steps with ${asked} questions, ${product.rules?.length ?? 0} rules, ${product.variables?.length ?? 0} variables`,
    `  ${held} constraints need no rule of their own: they hold anyway, or are there twice`,
    `  the defaults are ${valid ? 'a valid configuration' : 'NOT a valid configuration'}`,
    notes.length ? `  left out or changed:` : '  nothing was left out',
    ...notes.map(({ line, message }) => `    line ${line}: ${message}`),
  ];
  return `${lines.join('\n')}\n`;
}

if (import.meta.main) {
  process.exitCode = importUvl(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
  });
}
