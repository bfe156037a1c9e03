import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * `npm start`: builds what is missing, starts the companion, prints one line with its address.
 *
 * The rest is imported after the compile cache is on: from the second start on, no TypeScript has to be stripped and
 * nothing compiled, which saves time and, as long as the companion runs, some 25 MB.
 */
enableCompileCache();
const { run } = await import('./run.ts');
await run(join(import.meta.dirname, '../..'));
