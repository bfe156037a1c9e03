import { afterEach, expect, it } from 'vitest';
import { hookReceiver, until, type HookReceiver } from '../support/hook-receiver.ts';
import { cabinet, legacyStool } from '../support/products.ts';
import { describeStores, type Place } from '../support/stores.ts';
import { cartSubmission } from '../support/submission.ts';
import { testCompanion, type TestCompanion, type TestOptions } from '../support/test-companion.ts';

describeStores('deliveries', (place) => {
  const closers: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of closers.splice(0).reverse()) await one.close();
  });
  const receive = async (): Promise<HookReceiver> => {
    const receiver = await hookReceiver();
    closers.push(receiver);
    return receiver;
  };
  const start = async (where: Place, options: TestOptions): Promise<TestCompanion> => {
    const companion = await testCompanion(where, options);
    closers.push({ close: () => companion.stop() });
    return companion;
  };
  const rows = (companion: TestCompanion) =>
    companion.store.db.selectFrom('deliveries').selectAll().execute();
  const settled = async (companion: TestCompanion) => {
    await until(
      async () =>
        (await rows(companion)).every(({ status }) => status === 'delivered' || status === 'failed'),
      'deliveries to settle',
    );
    return rows(companion);
  };
  const stool = {
    product_id: 'stool',
    items: [
      {
        product_id: 'stool',
        items: [
          {
            ID: 'seat',
            repetitionAmount: 1,
            repetitions: [[{ ID: 'height', type: 'number_input', value: 450 }]],
          },
        ],
      },
    ],
  };

  it.each([
    [500, 'status: answered 500, not 2xx'],
    [302, 'status: answered 302, not 2xx'],
    [410, 'status: answered 410, not 2xx'],
  ])('notes an answer of %i as failed, logs why, and never tries again', async (status, reason) => {
    const receiver = await receive();
    receiver.status = status;
    const companion = await start(await place(), { products: [cabinet(`${receiver.url}/secret-path`)] });
    await companion.post('/api/v1/add-quote', cartSubmission());
    const [row] = await settled(companion);
    expect(row).toMatchObject({ status: 'failed', attempts: 1, response_status: status, reason });
    expect(row!.finished_at! >= row!.attempted_at!).toBe(true);
    expect(receiver.hooks.length).toBe(1);
    const logged = companion.logged.find(({ event }) => event === 'delivery_failed');
    expect(logged).toMatchObject({
      level: 'warn',
      fields: { delivery_id: row!.id, reason, host: new URL(receiver.url).host },
    });
    expect(JSON.stringify(companion.logged)).not.toContain('secret-path');
  });

  it.each([
    ['nobody listens', 'http://127.0.0.1:1/x', /^connection_failed: /],
    ['the address is private', 'https://10.0.0.1/x', /^address_refused: /],
    ['plain HTTP leaves the machine', 'http://192.0.2.1/x', /^address_refused: /],
    ['it is no URL', 'no url', /^invalid_url: /],
  ])('answers 201 and notes why the webhook failed where %s', async (_, url, reason) => {
    const companion = await start(await place(), { products: [cabinet(url)] });
    expect((await companion.post('/api/v1/add-quote', cartSubmission())).status).toBe(201);
    const [row] = await settled(companion);
    expect(row).toMatchObject({
      status: 'failed',
      response_status: null,
      reason: expect.stringMatching(reason) as string,
    });
  });

  it('refuses plain HTTP to this machine in production', async () => {
    const receiver = await receive();
    const companion = await start(await place(), {
      products: [cabinet(receiver.url)],
      environment: { QUOTELET_ENV: 'production' },
    });
    expect((await companion.post('/api/v1/add-quote', cartSubmission())).status).toBe(201);
    expect(await settled(companion)).toMatchObject([
      { status: 'failed', reason: 'invalid_url: only https:// URLs are called' },
    ]);
    expect(receiver.hooks).toEqual([]);
  });

  it('lets a slow endpoint delay nobody but itself', async () => {
    const slow = await receive();
    slow.status = 0;
    const quick = await receive();
    const companion = await start(await place(), {
      products: [legacyStool([`${slow.url}/slow`]), cabinet(`${quick.url}/quick`)],
    });
    await Promise.all(Array.from({ length: 20 }, () => companion.post('/api/v1/add-quote', stool)));
    await slow.arrived(8);
    const began = performance.now();
    await companion.post('/api/v1/add-quote', cartSubmission());
    await quick.arrived(1);
    expect(performance.now() - began).toBeLessThan(2000);
    // So many at once and no more: the rest wait their turn.
    expect(slow.hooks.length).toBe(8);
    // Let go of the slow ones, or stopping would wait for their deadline.
    await slow.close();
  });

  it('sends at the next start what was never attempted, and marks what was interrupted', async () => {
    const receiver = await receive();
    const here = await place();
    const options = { products: [cabinet(receiver.url)] };
    const before = await testCompanion(here, options);
    const row = (id: string, more: object) => ({
      id,
      event_id: 'e-1',
      dialect: 'iconfigure',
      url: `${receiver.url}/${id}`,
      body: '{"kept": "byte for byte"}',
      created_at: new Date(Date.now() - 3600_000).toISOString(),
      due_at: new Date(Date.now() - 3600_000).toISOString(),
      attempts: 0,
      status: 'pending' as const,
      attempted_at: null,
      finished_at: null,
      response_status: null,
      reason: null,
      ...more,
    });
    const sending = {
      status: 'sending' as const,
      attempts: 1,
      attempted_at: new Date(Date.now() - 120_000).toISOString(),
    };
    await before.store.write((transaction) =>
      transaction
        .insertInto('deliveries')
        .values([row('waiting', {}), row('under-way', sending)])
        .execute(),
    );
    await before.stop();
    const after = await start(here, options);
    const [hook] = await receiver.arrived(1);
    expect([hook!.path, hook!.body]).toEqual(['/waiting', '{"kept": "byte for byte"}']);
    const byId = new Map((await settled(after)).map((one) => [one.id, one]));
    expect(byId.get('waiting')).toMatchObject({ status: 'delivered', attempts: 1 });
    expect(byId.get('under-way')).toMatchObject({
      status: 'failed',
      attempts: 1,
      reason: expect.stringMatching(/^interrupted: /) as string,
    });
    expect(receiver.hooks.length).toBe(1);
  });
});
