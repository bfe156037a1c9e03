import type { CompileContext } from '../compile-context.ts';
import { didYouMean } from '../names/did-you-mean.ts';

/**
 * Ids of the lines that a percentage is of, each once: a group stands for its lines, a feature for those of its options.
 * `*`, alone, for all lines.
 */
export function percentageOf(
  of: readonly string[],
  path: string,
  lines: ReadonlyMap<string, readonly string[]>,
  context: CompileContext,
): string[] {
  const ids = of.flatMap((id, index) => {
    if (id === '*') return ['*'];
    const found = lines.get(id);
    if (found) return found;
    context.error(
      `${path}[${index}]`,
      `no earlier price or group is called "${id}"`,
      didYouMean(id, lines.keys()),
    );
    return [];
  });
  return ids.includes('*') ? ['*'] : [...new Set(ids)];
}
