import { afterEach, expect, it } from 'vitest';
import type { ErrorBody } from '../../../src/contract/error/error-body.ts';
import { hookReceiver, type HookReceiver } from '../support/hook-receiver.ts';
import { cabinet } from '../support/products.ts';
import { describeStores } from '../support/stores.ts';
import { cartSubmission, quoteSubmission } from '../support/submission.ts';
import { testCompanion, type TestCompanion } from '../support/test-companion.ts';

describeStores('idempotency', (place) => {
  let companion: TestCompanion;
  let receiver: HookReceiver;
  const start = async (): Promise<void> => {
    receiver = await hookReceiver();
    companion = await testCompanion(await place(), { products: [cabinet(`${receiver.url}/hook`)] });
  };
  afterEach(async () => {
    await companion.stop();
    await receiver.close();
  });

  const send = async (body: unknown, key?: string) => {
    const answer = await companion.post(
      '/api/v1/add-quote',
      body,
      key === undefined ? {} : { 'idempotency-key': key },
    );
    return {
      status: answer.status,
      replayed: answer.headers.get('idempotency-replayed'),
      text: await answer.text(),
    };
  };
  const stored = async (): Promise<number> =>
    (await companion.store.db.selectFrom('events').select('id').execute()).length;
  const codeOf = (text: string): string => (JSON.parse(text) as ErrorBody).error.code;

  it.each([
    ['quotation', quoteSubmission()],
    ['cart', cartSubmission()],
  ])('replays the answer of a %s byte for byte, and stores and sends once', async (_, body) => {
    await start();
    const first = await send(body, 'key-1');
    const second = await send(body, 'key-1');
    expect([first.status, first.replayed]).toEqual([201, null]);
    expect(second).toEqual({ ...first, replayed: 'true' });
    expect(await stored()).toBe(1);
    await receiver.arrived(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(receiver.hooks.length).toBe(1);
  });

  it('stores exactly one of many concurrent copies and gives all the same answer', async () => {
    await start();
    const answers = await Promise.all(Array.from({ length: 30 }, () => send(quoteSubmission(), 'key-1')));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    expect(answers.filter(({ replayed }) => replayed === null).length).toBe(1);
    expect(await stored()).toBe(1);
  });

  it('refuses the key with another body, also when both arrive at once', async () => {
    await start();
    await send(cartSubmission(), 'key-1');
    const other = await send(cartSubmission({ quantity: 2 }), 'key-1');
    expect([other.status, codeOf(other.text)]).toEqual([422, 'idempotency_key_reused']);
    const both = await Promise.all([
      send(cartSubmission(), 'key-2'),
      send(cartSubmission({ quantity: 2 }), 'key-2'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(await stored()).toBe(2);
  });

  it('does not remember what it refused', async () => {
    await start();
    const bad = await send(cartSubmission({ button_id: 'ghost' }), 'key-1');
    expect(bad.status).toBe(422);
    expect((await send(cartSubmission(), 'key-1')).status).toBe(201);
  });

  it('stores every copy where there is no key', async () => {
    await start();
    await send(cartSubmission());
    await send(cartSubmission());
    expect(await stored()).toBe(2);
  });

  it('forgets a key after a day', async () => {
    await start();
    const first = await send(cartSubmission(), 'key-1');
    await companion.store.write((transaction) =>
      transaction
        .updateTable('idempotency_keys')
        .set({ created_at: new Date(Date.now() - 25 * 3600 * 1000).toISOString() })
        .execute(),
    );
    const second = await send(cartSubmission({ quantity: 3 }), 'key-1');
    expect([second.status, second.replayed]).toEqual([201, null]);
    expect(second.text).not.toBe(first.text);
    expect(await stored()).toBe(2);
    expect((await send(cartSubmission({ quantity: 3 }), 'key-1')).text).toBe(second.text);
  });

  it('replays after the product has changed', async () => {
    receiver = await hookReceiver();
    const here = await place();
    const product = cabinet(`${receiver.url}/hook`);
    companion = await testCompanion(here, { products: [product] });
    const first = await send(cartSubmission(), 'key-1');
    await companion.stop();
    companion = await testCompanion(here, { products: [{ ...product, version: '4', outputs: [] }] });
    expect((await send(cartSubmission(), 'key-1')).text).toBe(first.text);
  });
});

describeStores('quotation numbers', (place) => {
  it('have no gap and no double, whatever else fails meanwhile', async () => {
    const companion = await testCompanion(await place(), { products: [cabinet('http://127.0.0.1:1/')] });
    const send = (body: unknown, key?: string) =>
      companion.post('/api/v1/add-quote', body, key === undefined ? {} : { 'idempotency-key': key });
    const numbers: number[] = [];
    const one = async (index: number): Promise<void> => {
      // Some are invalid, some carts, and some lose a race for a key after they took a number.
      if (index % 5 === 1) await send(quoteSubmission({ quantity: 999 }));
      else if (index % 5 === 2) await send(cartSubmission());
      else if (index % 5 === 3)
        await Promise.all([1, 2, 3].map(() => send(quoteSubmission(), `key-${index}`))).then(note);
      else await note([await send(quoteSubmission())]);
    };
    const note = async (answers: Response[]): Promise<void> => {
      const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as {
        quotation_number: number;
      }[];
      numbers.push(...new Set(bodies.map(({ quotation_number }) => quotation_number)));
    };
    await Promise.all(Array.from({ length: 50 }, (_, index) => one(index)));
    const first = new Date().getUTCFullYear() * 100_000 + 1;
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => first + index));
    await companion.stop();
  });

  it('begin anew each year', async () => {
    const companion = await testCompanion(await place(), { products: [cabinet('http://127.0.0.1:1/')] });
    await companion.store.write((transaction) =>
      transaction.insertInto('quotation_counters').values({ year: 2019, last: 700 }).execute(),
    );
    const answer = await companion.post('/api/v1/add-quote', quoteSubmission());
    expect(await answer.json()).toMatchObject({
      quotation_number: new Date().getUTCFullYear() * 100_000 + 1,
    });
    await companion.stop();
  });
});
