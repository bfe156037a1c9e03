import { join } from 'node:path';
import { readEnvironment } from '../config/read-environment.ts';
import { StartError } from '../config/start-error.ts';
import { logToStderr } from '../log.ts';
import { startCompanion } from '../start-companion.ts';
import { ensureBuilt } from './ensure-built.ts';
import { loadDemo } from './load-demo.ts';
import { releaseMemory } from './release-memory.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/**
 * Runs the companion until a signal ends it. An error that the operator has to put right is printed, and the process ends with
 * 1.
 *
 * @param root folder of the package
 * @param variables of the environment (docs/operations.md)
 */
export async function run(
  root: string,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  try {
    const environment = readEnvironment(variables);
    await ensureBuilt(root);
    const companion = await startCompanion({
      environment,
      log: logToStderr,
      dist: join(root, 'dist'),
      loadExtension: loadDemo,
    });
    releaseMemory();
    const shop = companion.extension?.address;
    const note = shop === undefined ? '' : ` (a shop of another origin: ${shop})`;
    process.stdout.write(`Quotelet listens on ${companion.address}${note}\n`);
    stopOnSignal(companion, logToStderr);
  } catch (error) {
    process.stderr.write(`${error instanceof StartError ? error.message : String((error as Error).stack)}\n`);
    process.exitCode = 1;
  }
}
