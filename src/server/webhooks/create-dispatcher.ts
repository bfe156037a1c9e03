import type { Log } from '../log.ts';
import type { Outbound } from '../outbound/outbound.ts';
import { OutboundError } from '../outbound/outbound-error.ts';
import type { WebhookDialect } from '../../dialects/dialect.ts';
import { webhookDialects } from '../../dialects/webhook-dialects.ts';
import type { DeliveryRows, Outcome, PendingDelivery } from './delivery-rows.ts';
import { fairQueue } from './fair-queue.ts';

/** Sends deliveries. It only says when to look at a row: the row is the truth. */
export interface Dispatcher {
  /** Sends these soon; never before the caller's turn of the event loop is over. */
  enqueue(deliveries: readonly PendingDelivery[]): void;
  /** Takes up what an earlier process left: what nobody attempted is sent, what was under way has failed, or is due again where its dialect retries. */
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
  /** Default: those that come along. */
  readonly dialects?: Readonly<Record<string, WebhookDialect>>;
}

/** Longer than any attempt takes: what is older has lost its sender. */
const abandonedAfterMs = 60_000;

export function createDispatcher({
  rows,
  outbound,
  log,
  shared,
  sweepMs = 30_000,
  dialects = webhookDialects,
}: DispatcherOptions): Dispatcher {
  /** Dialects whose deliveries may arrive twice rather than not at all. */
  const retried = Object.keys(dialects).filter((name) => dialects[name]!.retryDelays.length > 0);
  const queue = fairQueue<PendingDelivery>({
    perLane: 8,
    total: 256,
    capacity: 10_000,
    laneOf: ({ url }) => URL.parse(url)?.host ?? '',
    keyOf: ({ id }) => id,
    run: attempt,
  });
  let timer: NodeJS.Timeout | undefined;

  async function attempt(delivery: PendingDelivery): Promise<void> {
    const { id, url } = delivery;
    try {
      if (!(await rows.claim(delivery))) return;
      const outcome = await send(delivery);
      await rows.finish(id, outcome);
      if (outcome.status !== 'delivered') {
        // The host alone: a webhook's path is often its password.
        log('warn', outcome.status === 'failed' ? 'delivery_failed' : 'delivery_retried', {
          delivery_id: id,
          host: URL.parse(url)?.host ?? null,
          reason: outcome.reason,
        });
      }
    } catch (error) {
      log('error', 'delivery_not_recorded', { delivery_id: id, reason: (error as Error).message });
    }
  }

  /** Makes one attempt, as the delivery's dialect has it. */
  async function send({ id, event_id, dialect: name, url, body, ...row }: PendingDelivery): Promise<Outcome> {
    const { due_at } = row;
    const dialect = dialects[name];
    // Written by a later version that knew it.
    if (!dialect) {
      const reason = `unknown_dialect: this companion does not speak "${name}"`;
      return { status: 'failed', response_status: null, reason, due_at };
    }
    const attempt = row.attempts + 1;
    const delay = dialect.retryDelays[attempt - 1];
    const unacknowledged = (response_status: number | null, reason: string): Outcome => ({
      status: delay === undefined ? 'failed' : 'pending',
      response_status,
      reason,
      due_at: delay === undefined ? due_at : new Date(Date.now() + delay).toISOString(),
    });
    try {
      const headers = {
        'content-type': 'application/json',
        ...dialect.headers({ delivery_id: id, event_id, attempt, body, sent_at: new Date() }),
      };
      const { status } = await outbound.send({ method: 'POST', url, headers, body });
      const acknowledged = dialect.acknowledgedBy === '200' ? status === 200 : status >= 200 && status < 300;
      return acknowledged
        ? { status: 'delivered', response_status: status, reason: null, due_at }
        : unacknowledged(status, `status: answered ${status}, not ${dialect.acknowledgedBy}`);
    } catch (error) {
      const { code, message } =
        error instanceof OutboundError ? error : { code: 'internal', message: String(error) };
      return unacknowledged(null, `${code}: ${message}`);
    }
  }

  async function sweep(before: { pending: number; sending: number }): Promise<void> {
    const interrupted = await rows.interrupt(new Date(before.sending).toISOString(), retried);
    if (interrupted > 0) log('warn', 'deliveries_interrupted', { count: interrupted });
    queue.add(await rows.pending(1000, new Date(before.pending).toISOString()));
  }

  function sweepAgain(): void {
    const old = Date.now() - abandonedAfterMs;
    // Deliveries for which this process had no room in its queue are found again here, whoever owns the database.
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
