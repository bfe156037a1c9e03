import { expect, it } from 'vitest';
import { tooMany } from '../../../../src/server/quotes/validation/too-many.ts';

const rows = (count: number): object[] => Array.from({ length: count }, () => ({}));
const members = (count: number): object => Object.fromEntries(rows(count).map((_, index) => [index, '']));
const items = (...steps: unknown[]) => ({ items: [{ items: steps }] });
const step = (...repetitions: unknown[]) => ({ repetitions });
const answers = (count: number, value: number, selected: number) =>
  rows(count).map(() => ({ value: members(value), selected: rows(selected) }));
const facts = (count: number) => ({ ID: 'a', name: 'A', custom_properties: members(count) });

it.each([
  ['features', items(step(rows(4000)), step(rows(990)))],
  ['members', { ...items(), extra_fields: members(5000), customer: { address: members(5000) } }],
  ['answers of many parts', items(step(answers(40, 500, 100)))],
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
  ['items', 'answers that say much together', items(step(answers(51, 490, 10)))],
  ['items', 'facts about what is chosen', items(step([{ value: 'a', selected: facts(25_001) }]))],
  ['items', 'facts about several', items(step([{ value: {}, selected: rows(5).map(() => facts(5000)) }]))],
  ['items[0].items[0].repetitions[0][0].value', 'options', items(step(answers(1, 501, 0)))],
  [
    'items[0].items[1].repetitions[1][2].selected',
    'options chosen',
    items(step(), step([], [{}, {}, { value: '', selected: rows(501) }])),
  ],
  [
    'items[1].items[0].repetitions[0][0].value',
    'a list of options',
    { items: [{}, { items: [step([{ value: rows(501) }])] }] },
  ],
  ['extra_fields', 'fields', { extra_fields: members(5001) }],
  ['customer.address', 'lines', { customer: { address: members(5001) } }],
])('refuses %s: %s', (path, _, body) => {
  expect(tooMany(body)).toMatchObject({ path, code: 'too_many_items' });
});
