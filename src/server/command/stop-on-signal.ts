import type { Log } from '../log.ts';

/** npm passes a signal on that the terminal has sent to its children already; that is one Ctrl+C, not two. */
const sameSignalMs = 500;

/** Ends the process in good order on SIGTERM and SIGINT: what was begun is finished first. A second signal means it. */
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
