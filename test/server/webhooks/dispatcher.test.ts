import { afterEach, expect, it } from 'vitest';
import type { WebhookAttempt, WebhookDialect } from '../../../src/dialects/dialect.ts';
import { openStore } from '../../../src/server/database/open-store.ts';
import { createOutbound } from '../../../src/server/outbound/outbound.ts';
import { createDispatcher, type Dispatcher } from '../../../src/server/webhooks/create-dispatcher.ts';
import { deliveryRows } from '../../../src/server/webhooks/delivery-rows.ts';
import { eventRecorder } from '../../../src/server/webhooks/event-recorder.ts';
import { addedToCart } from '../../dialects/support/events.ts';
import { hookReceiver, until, type HookReceiver } from '../support/hook-receiver.ts';
import { describeStores } from '../support/stores.ts';

describeStores('what a dialect says about its deliveries', (place) => {
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  const attempts: WebhookAttempt[] = [];
  /** Signs each attempt, hears 200 only, and is tried twice more. */
  const careful: WebhookDialect = {
    bodies: { 'widget.added_to_cart': ({ data }) => ({ bought: data.product_id }) },
    headers(attempt) {
      attempts.push(attempt);
      return { 'x-signature': `${attempt.delivery_id}.${attempt.attempt}`, 'x-body': attempt.body };
    },
    acknowledgedBy: '200',
    retryDelays: [0, 0],
  };
  const once: WebhookDialect = { ...careful, acknowledgedBy: '2xx', retryDelays: [] };
  const dialects = { careful, once };

  async function setUp() {
    const { folder, databaseUrl } = await place();
    const store = await openStore({ folder: `${folder}/data`, databaseUrl });
    const outbound = createOutbound({ development: true });
    const receiver = await hookReceiver();
    const logged: string[] = [];
    const options = {
      rows: deliveryRows(store),
      outbound,
      log: (_: string, event: string) => void logged.push(event),
      shared: false,
      sweepMs: 20,
    };
    closers.push(
      () => store.close(),
      () => outbound.close(),
      () => receiver.close(),
    );
    attempts.length = 0;
    const insert = async (dialect: string, more: object = {}) => {
      const id = `${dialect}-1`;
      const now = new Date(Date.now() - 1000).toISOString();
      const row = { id, event_id: 'e-1', dialect, url: receiver.url, body: '{"n": 1}', attempts: 0 };
      await store.write((transaction) =>
        transaction
          .insertInto('deliveries')
          .values({ ...row, status: 'pending', created_at: now, due_at: now, ...more })
          .execute(),
      );
      return id;
    };
    const rowOf = (id: string) =>
      store.db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const ended = async (id: string) => {
      await until(async () => (await rowOf(id)).finished_at !== null, `the end of ${id}`);
      return rowOf(id);
    };
    const start = async (more: Partial<Parameters<typeof createDispatcher>[0]> = {}): Promise<Dispatcher> => {
      const dispatcher = createDispatcher({ ...options, dialects, ...more });
      closers.push(() => dispatcher.stop());
      await dispatcher.start();
      return dispatcher;
    };
    return { store, receiver, logged, insert, rowOf, ended, start };
  }

  const bodies = ({ hooks }: HookReceiver) => hooks.map(({ body }) => body);

  it('is tried as often as it wants, with the same bytes and headers of its own', async () => {
    const { receiver, insert, ended, start, logged } = await setUp();
    receiver.status = 204;
    const id = await insert('careful');
    await start();
    expect(await ended(id)).toMatchObject({
      status: 'failed',
      attempts: 3,
      response_status: 204,
      reason: 'status: answered 204, not 200',
    });
    expect(bodies(receiver)).toEqual(['{"n": 1}', '{"n": 1}', '{"n": 1}']);
    expect(receiver.hooks.map(({ headers }) => headers['x-signature'])).toEqual([
      `${id}.1`,
      `${id}.2`,
      `${id}.3`,
    ]);
    expect(attempts.every(({ body, event_id }) => body === '{"n": 1}' && event_id === 'e-1')).toBe(true);
    expect(logged).toEqual(['delivery_retried', 'delivery_retried', 'delivery_failed']);
  });

  it('is tried no more once it is acknowledged', async () => {
    const { receiver, insert, ended, start } = await setUp();
    receiver.status = 500;
    const id = await insert('careful');
    await start();
    await receiver.arrived(1);
    receiver.status = 200;
    expect(await ended(id)).toMatchObject({ status: 'delivered', response_status: 200, reason: null });
    expect(receiver.hooks.length).toBeLessThan(4);
  });

  it('is never tried twice where it must not be', async () => {
    const { receiver, insert, ended, start } = await setUp();
    receiver.status = 500;
    const id = await insert('once');
    await start();
    expect(await ended(id)).toMatchObject({ status: 'failed', attempts: 1 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(receiver.hooks.length).toBe(1);
  });

  it('is due again after its process died, or has failed where it must not be sent twice', async () => {
    const { receiver, insert, ended, start, logged } = await setUp();
    const sending = {
      status: 'sending',
      attempts: 1,
      attempted_at: new Date(Date.now() - 120_000).toISOString(),
    };
    const [retried, lost] = [await insert('careful', sending), await insert('once', sending)];
    await start();
    expect(await ended(retried)).toMatchObject({ status: 'delivered', attempts: 2 });
    expect(await ended(lost)).toMatchObject({ status: 'failed', attempts: 1 });
    expect(receiver.hooks.length).toBe(1);
    expect(logged).toEqual(['deliveries_interrupted']);
  });

  it('fails in words where this companion does not know it', async () => {
    const { receiver, insert, ended, start } = await setUp();
    const id = await insert('esperanto');
    await start();
    expect((await ended(id)).reason).toBe('unknown_dialect: this companion does not speak "esperanto"');
    expect(receiver.hooks).toEqual([]);
  });

  it('is left alone until it is due', async () => {
    const { receiver, insert, rowOf, start } = await setUp();
    const id = await insert('careful', { due_at: new Date(Date.now() + 60_000).toISOString() });
    await start();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await rowOf(id)).toMatchObject({ status: 'pending', attempts: 0 });
    expect(receiver.hooks).toEqual([]);
  });

  it('undoes event and deliveries with the transaction they are stored in', async () => {
    const { store } = await setUp();
    const events = eventRecorder(store.db);
    const destinations = [{ url: 'https://shop.example/', dialect: 'iconfigure' }];
    const failing = store.write(async (transaction) => {
      await events.record(transaction, addedToCart(), 'cart-1', destinations);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await store.db.selectFrom('events').selectAll().execute()).toEqual([]);
    expect(await store.db.selectFrom('deliveries').selectAll().execute()).toEqual([]);
  });
});
