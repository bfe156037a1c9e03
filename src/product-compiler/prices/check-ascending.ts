import type { CompileContext } from '../compile-context.ts';

/** Refuses breaks of a table or of tiers that do not rise: which of them a value reaches could not be told. */
export function checkAscending(values: readonly number[], path: string, context: CompileContext): void {
  const index = values.findIndex((value, i) => i > 0 && value <= values[i - 1]!);
  if (index < 0) return;
  context.error(
    `${path}[${index}]`,
    `${values[index]!} comes after ${values[index - 1]!}`,
    'write them from the smallest to the largest, each once',
  );
}
