import { enableCompileCache } from 'node:module';
import type { run } from './run.ts';

/**
 * Loads the function that runs the companion, with two things done before its import. The compile cache is on: from the second
 * start on, no TypeScript has to be stripped and nothing compiled, which saves time and, as long as the companion runs, some
 * 25 MB. And Node 22 does not warn about its SQLite: everything on stderr is a JSON line.
 */
export async function loadRun(): Promise<typeof run> {
  enableCompileCache();
  const warn = process.emitWarning.bind(process) as (...about: unknown[]) => void;
  process.emitWarning = (...about: unknown[]) => {
    if (!/^SQLite is an experimental feature/.test(String(about[0]))) warn(...about);
  };
  return (await import('./run.ts')).run;
}
