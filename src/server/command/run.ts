import { join } from 'node:path';
import { startCompanion } from '../start-companion.ts';
import { readEnvironment } from '../config/read-environment.ts';
import { StartError } from '../config/start-error.ts';
import { ensureBuilt } from './ensure-built.ts';
import { logToStderr } from '../log.ts';
import { releaseMemory } from './release-memory.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/**
 * Runs the companion until a signal ends it. What the operator has to put right is printed, and the process ends with 1.
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
    const companion = await startCompanion({ environment, log: logToStderr, dist: join(root, 'dist') });
    releaseMemory();
    const { address, shopAddress } = companion;
    const shop = shopAddress === undefined ? '' : ` (a shop of another origin: ${shopAddress})`;
    process.stdout.write(`Quotelet listens on ${address}${shop}\n`);
    stopOnSignal(companion, logToStderr);
  } catch (error) {
    process.stderr.write(`${error instanceof StartError ? error.message : String((error as Error).stack)}\n`);
    process.exitCode = 1;
  }
}
