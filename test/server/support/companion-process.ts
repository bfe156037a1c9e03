import { join } from 'node:path';
import { startCompanion } from '../../../src/server/start-companion.ts';
import { readEnvironment } from '../../../src/server/config/read-environment.ts';
import { logToStderr } from '../../../src/server/log.ts';
import { stopOnSignal } from '../../../src/server/command/stop-on-signal.ts';

/** A companion as a process of its own, to be killed: `start.ts` without the build. */
try {
  const companion = await startCompanion({
    environment: readEnvironment(process.env),
    log: logToStderr,
    dist: join(process.env['QUOTELET_DATA']!, '../dist'),
  });
  process.stdout.write(`${companion.address}\n`);
  stopOnSignal(companion, logToStderr);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
