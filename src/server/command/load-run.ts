import { enableCompileCache } from 'node:module';
import type { run } from './run.ts';

/**
 * Loads what runs the companion.
 *
 * It is imported after the compile cache is on: from the second start on, no TypeScript has to be stripped and nothing
 * compiled, which saves time and, as long as the companion runs, some 25 MB. And after Node 22 was told not to warn of its
 * SQLite, which the tests try there, too: what goes to stderr is one JSON line each.
 */
export async function loadRun(): Promise<typeof run> {
  enableCompileCache();
  const warn = process.emitWarning.bind(process) as (...about: unknown[]) => void;
  process.emitWarning = (...about: unknown[]) => {
    if (!/^SQLite is an experimental feature/.test(String(about[0]))) warn(...about);
  };
  return (await import('./run.ts')).run;
}
