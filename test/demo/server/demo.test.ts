import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/create-engine.ts';
import { enrich } from '../../../src/configuration/enrich.ts';
import type { AddQuoteAnswer } from '../../../src/contract/quote/add-quote.ts';
import type { ExtraField } from '../../../src/contract/product/output.ts';
import type { PublishedProduct } from '../../../src/contract/published/published-product.ts';
import { readEnvironment } from '../../../src/server/config/read-environment.ts';
import { loadDemo } from '../../../src/server/command/load-demo.ts';
import { startCompanion, type Companion } from '../../../src/server/start-companion.ts';
import { until } from '../../server/support/hook-receiver.ts';
import { makePlace, removePlace, type Place } from '../../server/support/stores.ts';
import { jane } from '../../server/support/submission.ts';

/** The demo as it is shipped: its configuration, its products, its receiver. */
let place: Place;
let companion: Companion;
beforeAll(async () => {
  place = await makePlace('sqlite');
  companion = await startCompanion({
    environment: readEnvironment({
      PORT: '0',
      QUOTELET_ENV: 'development',
      QUOTELET_DATA: `${place.folder}/data`,
    }),
    log: () => undefined,
    dist: `${place.folder}/dist`,
    loadExtension: loadDemo,
  });
});
afterAll(async () => {
  await companion.stop();
  await removePlace(place);
});

const answerTo = (field: ExtraField): string | number | boolean =>
  ({
    number: 1,
    yes_no: true,
    date: '2030-01-02',
    choice: field.options?.[0]?.id ?? '',
    text: 'x',
    textarea: 'x',
  })[field.type];

describe.each(['oak-table', 'lift-slide-door', 'roller-blind', 'printed-part'])('%s', (id) => {
  it('is sold: its defaults go through every button, at the price that the browser shows', async () => {
    const { address } = companion;
    const product = (await (await fetch(`${address}/api/v1/products/${id}`)).json()) as PublishedProduct;
    const engine = createEngine(product);
    const resolved = engine.resolve({ features: {}, steps: {} });
    expect(resolved.issues.filter(({ level }) => level === 'error')).toEqual([]);
    const price = engine.price(resolved);
    const items = enrich(resolved, product, { language: 'en' });
    const output = product.outputs.find((one) => one.id === 'main')!;
    const extra_fields = Object.fromEntries(
      output.extra_fields.filter(({ required }) => required).map((field) => [field.id, answerTo(field)]),
    );
    await fetch(`${address}/demo/receiver`, { method: 'DELETE' });
    const answers: AddQuoteAnswer[] = [];
    for (const button_id of ['quote', 'cart', 'message']) {
      const answer = await fetch(`${address}/api/v1/add-quote`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: address },
        body: JSON.stringify({
          output_id: 'main',
          button_id,
          product_id: id,
          product_version: product.version,
          language: 'en',
          quantity: resolved.quantity,
          items,
          ...(button_id === 'quote' && { customer: jane, extra_fields }),
        }),
      });
      expect([button_id, answer.status]).toEqual([button_id, 201]);
      answers.push((await answer.json()) as AddQuoteAnswer);
    }
    const total = price.total! / 10 ** price.digits;
    expect(answers.map((answer) => [answer.path, answer.total_price])).toEqual([
      ['quotation', total],
      ['cart', total],
      ['cart', total],
    ]);
    expect(answers.map(({ message }) => message?.['name'])).toEqual([
      'quotation',
      'cart.action',
      'cart.action',
    ]);
    const picture = await fetch(answers[0]!.items[0]!.image);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([
      200,
      'image/svg+xml; charset=utf-8',
    ]);
    const requests = async () =>
      (await (await fetch(`${address}/demo/receiver/requests`)).json()) as { path: string; body: string }[];
    await until(async () => (await requests()).length === 2, 'two webhooks');
    const bodies = (await requests()).map(
      ({ body }) => JSON.parse(body) as { event: string; data: { items: unknown } },
    );
    expect(bodies.map(({ event }) => event).sort()).toEqual(['cart.action', 'quotation.created']);
    for (const { data } of bodies) expect(data.items).toEqual(answers[0]!.items);
  });
});

it('shows the shop at /', async () => {
  const page = await fetch(`${companion.address}/`);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect((await fetch(`${companion.address}/oak-table`)).status).toBe(200);
  expect((await fetch(`${companion.address}/products/oak-table.json`)).status).toBe(404);
  expect((await fetch(`${companion.address}/quotelet.config.json`)).status).toBe(404);
});

it('serves nothing of its own server, neither here nor on the shop’s origin', async () => {
  for (const origin of [companion.address, companion.extension!.address!])
    for (const path of ['receiver/page.html', 'receiver/page', 'receiver/page.mjs', 'receiver/page.css'])
      expect([path, (await fetch(`${origin}/server/${path}`)).status]).toEqual([path, 404]);
});

describe('the guide to operations', () => {
  it('gives an example of a submission that is accepted, and replayed', async () => {
    const guide = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8');
    const [, key = '', body = ''] = /-H 'Idempotency-Key: (.+)' .*\n +-d '([^']+)'/.exec(guide)!;
    const post = () =>
      fetch(`${companion.address}/api/v1/add-quote`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
        body,
      });
    const first = await post();
    const answer = await first.text();
    expect([first.status, answer]).toEqual([201, expect.stringContaining('"pdf_url"')]);
    expect(await (await post()).text()).toBe(answer);
  });
});
