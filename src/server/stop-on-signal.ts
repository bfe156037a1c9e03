import type { Log } from './log.ts';

/** Ends the process in good order on SIGTERM and SIGINT: what was begun is finished first. A second signal means it. */
export function stopOnSignal(companion: { stop(): Promise<void> }, log: Log): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      companion.stop().then(
        () => process.exit(0),
        (error: Error) => {
          log('error', 'stop_failed', { reason: error.message });
          process.exit(1);
        },
      );
    });
  }
}
