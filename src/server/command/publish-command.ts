import { formatProblem } from '../products/format-problem.ts';
import { readProductFile } from '../products/read-product-file.ts';
import type { Streams } from './streams.ts';

/** `quotelet publish`: prints the published form of a product, and its problems to the other stream. @returns the exit code. */
export function publishCommand(file: string, { out, error }: Streams): number {
  const { product, problems } = readProductFile(file);
  for (const problem of problems) error(`${formatProblem(file, problem)}\n`);
  if (!product) return 1;
  out(`${JSON.stringify(product)}\n`);
  return 0;
}
