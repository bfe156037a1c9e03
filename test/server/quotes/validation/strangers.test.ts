import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeConfiguration } from '../../../../src/configuration/encode-configuration.ts';
import type { ErrorBody, ErrorDetail } from '../../../../src/contract/error/error-body.ts';
import type { ProductInput } from '../../../../src/contract/product/product.ts';
import type { Selections } from '../../../../src/contract/configuration/value.ts';
import { until } from '../../support/hook-receiver.ts';
import { makePlace, removePlace, type Place } from '../../support/stores.ts';
import { merchantFolder } from '../../support/test-companion.ts';

/** What shops sell: several of twelve, in rules with one another, and as often as the shopper likes. */
const kit: ProductInput = {
  id: 'kit',
  version: '1',
  name: 'Kit',
  currency: 'EUR',
  steps: [
    {
      id: 'main',
      name: 'Main',
      features: [
        { id: 'lights', name: 'Lights', type: 'yes_no', default: true },
        {
          id: 'extras',
          name: 'Extras',
          type: 'multi_choice',
          options: Array.from({ length: 12 }, (_, index) => ({ id: `o${index}`, name: `Option ${index}` })),
        },
        {
          id: 'wood',
          name: 'Wood',
          type: 'choice',
          required: false,
          options: [{ id: 'oak', name: 'Oak' }],
          own: { name: 'Own' },
        },
        { id: 'size', name: 'Size', type: 'number', required: false },
        { id: 'note', name: 'Note', type: 'text' },
        { id: 'day', name: 'Day', type: 'date', required: false },
        { id: 'level', name: 'Level', type: 'hidden', value_type: 'number' },
      ],
    },
    {
      id: 'parts',
      name: 'Parts',
      repeat: { min: 0, max: 3, item_name: 'Part' },
      features: [{ id: 'part', name: 'Part', type: 'text' }],
    },
    {
      id: 'more',
      name: 'More',
      repeat: { min: 0, max: 5, item_name: 'Piece' },
      features: [{ id: 'piece', name: 'Piece', type: 'text' }],
    },
  ],
  rules: [
    ...Array.from({ length: 11 }, (_, index) => ({
      type: 'excludes' as const,
      when: `lights && 'o${index}' in extras`,
      not: `'o${index + 1}' in extras`,
      reason: `Not with ${index}`,
    })),
    // As many as somebody says.
    { type: 'repetitions', step: 'more', when: 'has(size)', min: 'size' },
  ],
  drawing: {
    width: 100,
    height: 100,
    title: 'A kit',
    shapes: [
      { shape: 'rect', attributes: { width: "size(extras) * 10 + ('o1' in extras ? 1 : 0)", height: 9 } },
    ],
  },
};

let place: Place;
let child: ChildProcess;
let base: string;
beforeAll(async () => {
  place = await makePlace('sqlite');
  const variables = await merchantFolder(place, { products: [kit] });
  const entry = join(import.meta.dirname, '../../support/companion-process.ts');
  // A small machine: what grows with what is sent ends here.
  child = spawn(process.execPath, ['--max-old-space-size=64', entry], {
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout!.on('data', (chunk: Buffer) => (out += chunk.toString()));
  await until(() => out.includes('\n') || child.exitCode !== null, 'the companion to start');
  base = out.trim().replace('localhost', '127.0.0.1');
}, 60_000);
afterAll(async () => {
  child.kill('SIGKILL');
  await removePlace(place);
});

const many = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => text(n));
const members = (count: number, value = 'true') =>
  `{${many(count, (n) => `"unknown-${n}":${value}`).join()}}`;
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

/** A submission as text, so that it may say what no object can. */
const body = (feature: string, more = '') =>
  `{"product_id":"kit","language":"en",${more}"items":[{"product_id":"kit","items":[{"ID":"main","repetitionAmount":1,"repetitions":[[${feature}]]}]}]}`;
const extras = (value: string, more = '') =>
  body(`{"ID":"extras","type":"multiple_selection","value":${value}${more}}`);
const steps = (text: string) =>
  `{"product_id":"kit","language":"en","items":[{"product_id":"kit","items":${text}}]}`;

async function send(text: string, headers?: Record<string, string>) {
  const answer = await fetch(`${base}/api/v1/add-quote`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: text,
  });
  const read = await answer.text();
  const { error } = JSON.parse(read) as Partial<ErrorBody>;
  return {
    status: answer.status,
    code: error?.code,
    details: (error?.details ?? []) as ErrorDetail[],
    length: read.length,
  };
}

const works = async () => (await send(body(''))).status === 201;
const there = 'items[0].items[0].repetitions[0][0]';

describe('a companion with little memory', () => {
  it.each([
    ['unknown ids in one multiple choice', extras(members(9500)), `${there}.value`],
    ['unknown ids that are not chosen', extras(members(9500, 'false')), `${there}.value`],
    ['a list of ids', extras(`[${many(20_000, (n) => `"u${n}"`).join()}]`), `${there}.value`],
    ['names of what is chosen', extras('{}', `,"selected":[${many(60_000, () => '{}').join()}]`), `${there}.selected`], // prettier-ignore
    ['facts about what is chosen', extras('{}', `,"selected":{"ID":"a","name":"A","custom_properties":${members(26_000, '1')}}`), 'items'], // prettier-ignore
    ['features', body(many(60_000, () => '{}').join()), 'items'],
    ['repetitions', steps(`[{"ID":"parts","repetitionAmount":1,"repetitions":[${many(60_000, () => '[]').join()}]}]`), 'items'], // prettier-ignore
    ['steps', steps(`[${many(60_000, () => '{}').join()}]`), 'items'],
    ['custom fields', body('', `"extra_fields":${members(9500)},`), 'extra_fields'],
    ['lines of an address', body('', `"customer":{"address":${members(9500)}},`), 'customer.address'],
  ])('counts before it validates: %s', async (_, text, path) => {
    expect(text.length).toBeGreaterThan(100_000);
    const { status, code, details, length } = await send(text);
    expect([status, code, details.length]).toEqual([422, 'validation_error', 1]);
    expect(details[0]).toMatchObject({ path, code: 'too_many_items' });
    expect(details[0]!.message).toContain(path);
    expect(length).toBeLessThan(1000);
    expect(await works()).toBe(true);
  });

  it.each([
    ['as many unknown ids as a choice may have', extras(members(500)), `${there}.value`, 'unknown_option'],
    ['an id of 100 kB', extras(`{"${'x'.repeat(100_000)}":true}`), `${there}.value`, 'invalid_union'],
    ['a value of 100 kB', extras(`"${'x'.repeat(100_000)}"`), `${there}.value`, 'too_big'],
    ['a choice that is no id', body(`{"ID":"wood","type":"single_selection","value":"${'x'.repeat(4000)}"}`), `${there}.value`, 'wrong_type'], // prettier-ignore
    ['a day that is none', body('{"ID":"day","type":"date","value":"2030-02-30"}'), `${there}.value`, 'bad_date'], // prettier-ignore
    ['a number beyond all', body('{"ID":"size","type":"number_input","value":1e999}'), `${there}.value`, 'invalid_union'], // prettier-ignore
    ['a hidden number beyond all', body('{"ID":"level","type":"number_input","value":-1e999}'), `${there}.value`, 'invalid_union'], // prettier-ignore
    ['a value as deep as it is long', extras(nested(80_000)), `${there}.value`, 'invalid_union'],
    ['items as deep as they are long', steps(nested(80_000)), 'items[0].items[0]', 'invalid_type'],
    ['an answer as deep as it is long', body(nested(80_000)), there, 'invalid_type'],
    ['an id of a product that is too long', body('').replace('"kit"', `"${'k'.repeat(100_000)}"`), 'product_id', 'too_big'], // prettier-ignore
    ['a field with a name of 100 kB', body('', `"extra_fields":{"${'x'.repeat(100_000)}":1},`), `extra_fields.${'x'.repeat(100)}`, 'invalid_key'], // prettier-ignore
    ['so many of them as the quantity', body('', '"quantity":1e999,'), 'quantity', 'invalid_type'],
    ['as many repetitions as any step has', steps(`[{"ID":"parts","repetitionAmount":200,"repetitions":[${many(200, () => '[]').join()}]}]`), 'items[0].items[0]', 'too_many_repetitions'], // prettier-ignore
    ['more repetitions than can be, by a number', body('{"ID":"size","type":"number_input","value":1e9}'), 'items[0].items', 'too_few_repetitions'], // prettier-ignore
  ])('refuses %s', async (_, text, path, code) => {
    const { status, details, length } = await send(text);
    expect(status).toBe(422);
    expect(details).toContainEqual(expect.objectContaining({ path, code }));
    expect(length).toBeLessThan(10_000);
    expect(await works()).toBe(true);
  });

  it('says of some ids that they are unknown, of the rest nothing', async () => {
    const { details } = await send(extras(members(500)));
    expect(details.length).toBe(10);
  });

  it.each([
    ['what is deep, where it is not read', extras('{}', `,"selected":{"ID":"a","name":"A","custom_properties":{"a":${nested(80_000)}}}`)], // prettier-ignore
    ['names of Object', extras('{"__proto__":true,"constructor":false}', ',"__proto__":{"ID":"x"}')],
    ['what is said twice: the last counts', extras('{"o1":true}', ',"value":{"o2":true}')],
    ['what is known twice', body('', '"product_id":"ghost","product_id":"kit",')],
  ])('takes %s', async (_, text) => {
    expect((await send(text)).status).toBe(201);
    expect(({} as Record<string, unknown>)['ID']).toBeUndefined();
  });

  it('refuses what is longer than all, and a key that is none, before anything is read', async () => {
    expect(await send(extras(members(40_000)))).toMatchObject({ status: 413, code: 'too_large' });
    const key = { 'idempotency-key': 'k'.repeat(256) };
    expect(await send(body(''), key)).toMatchObject({ status: 400, code: 'invalid_idempotency_key' });
  });

  const drawing = (selections: Selections, quantity = 1) =>
    fetch(
      `${base}/api/v1/products/kit/drawing.svg?c=${encodeConfiguration({ product_version: '1', quantity, selections })}`,
    );

  it.each<[string, Selections, number]>([
    ['ids', { extras: many(500, (n) => `u${n}`) }, 200],
    ['the same id', { extras: many(500, () => 'o1') }, 200],
    ['more ids than a choice may have', { extras: many(501, (n) => `u${n}`) }, 400],
    ['features', Object.fromEntries(many(900, (n) => `f${n}`).map((id) => [id, 1])), 200],
    ['repetitions', { parts: Array.from({ length: 200 }, () => ({})) }, 200],
    ['more repetitions than any step has', { parts: Array.from({ length: 201 }, () => ({})) }, 400],
    ['repetitions, by a number', { size: 1e9 }, 200],
  ])('draws a configuration with no end of %s', async (_, selections, status) => {
    const answer = await drawing(selections);
    expect(answer.status).toBe(status);
    const text = await answer.text();
    expect(text.length).toBeLessThan(1000);
    expect(await works()).toBe(true);
  });

  it('counts an id once, however often it is said', async () => {
    const once = await (await drawing({ extras: ['o1'] })).text();
    expect(await (await drawing({ extras: many(400, () => 'o1') })).text()).toBe(once);
    expect(once).toContain('width="11"');
  });

  it('refuses a code that is longer than any', async () => {
    const answer = await fetch(`${base}/api/v1/products/kit/drawing.svg?c=${'A'.repeat(16_001)}`);
    expect([answer.status, ((await answer.json()) as ErrorBody).error.code]).toEqual([
      400,
      'invalid_configuration',
    ]);
  });
});
