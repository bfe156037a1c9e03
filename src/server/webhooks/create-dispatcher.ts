import type { Log } from '../log.ts';
import type { Outbound } from '../outbound/outbound.ts';
import { OutboundError } from '../outbound/outbound-error.ts';
import type { DeliveryRows, PendingDelivery } from './delivery-rows.ts';
import type { Deliveries } from '../database/tables.ts';
import { fairQueue } from './fair-queue.ts';

/** Sends deliveries. It only says when to look at a row: the row is the truth. */
export interface Dispatcher {
  /** Sends these soon; never before the caller's turn of the event loop is over. */
  enqueue(deliveries: readonly PendingDelivery[]): void;
  /** Takes up what an earlier process left: what nobody attempted is sent, what was under way is marked interrupted. */
  start(): Promise<void>;
  /** Sends nothing new and waits for what is under way; the rest stays pending for the next start. */
  stop(): Promise<void>;
}

export interface DispatcherOptions {
  readonly rows: DeliveryRows;
  readonly outbound: Outbound;
  readonly log: Log;
  /** Several companions share the database: an unfinished row may be in another's hands, so only old ones are taken up. */
  readonly shared: boolean;
  readonly sweepMs?: number;
}

/** Longer than any attempt takes: what is older has lost its sender. */
const abandonedAfterMs = 60_000;

export function createDispatcher({
  rows,
  outbound,
  log,
  shared,
  sweepMs = 30_000,
}: DispatcherOptions): Dispatcher {
  const queue = fairQueue<PendingDelivery>({
    perLane: 8,
    total: 256,
    capacity: 10_000,
    laneOf: ({ url }) => URL.parse(url)?.host ?? '',
    keyOf: ({ id }) => id,
    run: attempt,
  });
  let timer: NodeJS.Timeout | undefined;

  async function attempt({ id, url, body }: PendingDelivery): Promise<void> {
    try {
      if (!(await rows.claim(id))) return;
      const outcome = await send(url, body);
      await rows.finish(id, outcome);
      if (outcome.status === 'failed') {
        // The host alone: a webhook's path is often its password.
        log('warn', 'delivery_failed', {
          delivery_id: id,
          host: URL.parse(url)?.host ?? null,
          reason: outcome.reason,
        });
      }
    } catch (error) {
      log('error', 'delivery_not_recorded', { delivery_id: id, reason: (error as Error).message });
    }
  }

  /** iConfigure: POST, JSON, any 2xx is received, no second try. */
  async function send(
    url: string,
    body: string,
  ): Promise<Pick<Deliveries, 'status' | 'response_status' | 'reason'>> {
    try {
      const headers = { 'content-type': 'application/json' };
      const { status } = await outbound.send({ method: 'POST', url, headers, body });
      if (status >= 200 && status < 300)
        return { status: 'delivered', response_status: status, reason: null };
      return { status: 'failed', response_status: status, reason: `status: answered ${status}, not 2xx` };
    } catch (error) {
      const { code, message } =
        error instanceof OutboundError ? error : { code: 'internal', message: String(error) };
      return { status: 'failed', response_status: null, reason: `${code}: ${message}` };
    }
  }

  async function sweep(before: { pending: number; sending: number }): Promise<void> {
    const interrupted = await rows.interrupt(new Date(before.sending).toISOString());
    if (interrupted > 0) log('warn', 'deliveries_interrupted', { count: interrupted });
    queue.add(await rows.pending(1000, new Date(before.pending).toISOString()));
  }

  function sweepAgain(): void {
    const old = Date.now() - abandonedAfterMs;
    // What this process could not hold in its queue is taken up again here, whoever owns the database.
    const pending = shared ? old : Date.now() - sweepMs;
    sweep({ pending, sending: old })
      .catch((error: Error) => log('error', 'sweep_failed', { reason: error.message }))
      .finally(() => {
        timer?.refresh();
      });
  }

  return {
    enqueue: (deliveries) => queue.add(deliveries),
    async start() {
      const now = Date.now();
      await sweep({ pending: now + 1, sending: shared ? now - abandonedAfterMs : now + 1 });
      timer = setTimeout(sweepAgain, sweepMs).unref();
    },
    async stop() {
      clearTimeout(timer);
      timer = undefined;
      await queue.stop();
    },
  };
}
