import { expect, it } from 'vitest';
import { tooMany } from '../../../src/server/submission/too-many.ts';

const rows = (count: number): object[] => Array.from({ length: count }, () => ({}));
const members = (count: number): object => Object.fromEntries(rows(count).map((_, index) => [index, '']));
const items = (...steps: unknown[]) => ({ items: [{ items: steps }] });
const step = (...repetitions: unknown[]) => ({ repetitions });

it.each([
  ['features', items(step(rows(4000)), step(rows(990)))],
  ['members', { ...items(), extra_fields: members(5000), customer: { address: members(5000) } }],
  ['answers of many parts', items(step([{ value: members(6000), selected: rows(6000) }]))],
  ['nothing', {}],
  ['no object', 'x'],
  ['null', null],
  ['nulls', { items: [null, { items: [null, { repetitions: [null, 1] }] }], customer: null }],
  ['texts', { items: 'x'.repeat(6000), extra_fields: 'x'.repeat(6000) }],
])('lets pass: %s', (_, body) => {
  expect(tooMany(body)).toBeUndefined();
});

it.each([
  ['items', 'products', { items: rows(5001) }],
  ['items', 'steps', items(...rows(5001))],
  ['items', 'repetitions', items(step(...rows(5001)))],
  ['items', 'features of one repetition', items(step(rows(5001)))],
  ['items', 'features in all', items(step(rows(3000), rows(3000)))],
  [
    'items',
    'products that share',
    { items: [...items(step(rows(3000))).items, ...items(step(rows(3000))).items] },
  ],
  ['extra_fields', 'fields', { extra_fields: members(5001) }],
  ['customer.address', 'lines', { customer: { address: members(5001) } }],
])('refuses %s: %s', (path, _, body) => {
  expect(tooMany(body)).toMatchObject({ path, code: 'too_many_items' });
});
