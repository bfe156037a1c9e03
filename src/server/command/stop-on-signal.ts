import type { Log } from '../log.ts';

/** npm passes on a signal that the terminal has already sent to its children: one Ctrl+C arrives twice. */
const sameSignalMs = 500;

/** Ends the process on SIGTERM and SIGINT, after it has finished what it began; on a second signal, at once. */
export function stopOnSignal(companion: { stop(): Promise<void> }, log: Log): void {
  let since: number | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (since !== undefined) {
        if (performance.now() - since > sameSignalMs) process.exit(1);
        return;
      }
      since = performance.now();
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
