import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noAnswers } from '../../src/engine/answers.ts';
import { createEngine, type Engine } from '../../src/engine/create-engine.ts';
import { findRepairs } from '../../src/engine/repairs/find-repairs.ts';
import { readItems } from '../../src/configuration/read-items.ts';
import { readSelections } from '../../src/configuration/read-selections.ts';
import type { Items } from '../../src/contract/quote/items.ts';
import type { PublishedProduct } from '../../src/contract/published/published-product.ts';
import type { Answers } from '../../src/contract/configuration/answers.ts';
import type { Selections } from '../../src/contract/configuration/value.ts';
import { engineOf } from '../engine/support/make.ts';

/** A product with so many options, in rules with each other and with what may repeat. */
const sketch = (options: number, most: number) =>
  engineOf({
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
            options: Array.from({ length: options }, (_, index) => ({ id: `o${index}`, name: 'Option' })),
          },
        ],
      },
      {
        id: 'parts',
        name: 'Parts',
        repeat: { min: 0, max: most, item_name: 'Part' },
        features: [{ id: 'part', name: 'Part', type: 'yes_no' }],
      },
    ],
    rules: [
      {
        type: 'combination',
        features: ['lights', 'extras'],
        rows: [[true, Array.from({ length: options }, (_, index) => `o${index}`)]],
        reason: 'These only',
      },
      { type: 'excludes', when: 'lights', not: "'o0' in extras", reason: 'Too bright' },
      { type: 'combination', features: ['lights', 'part'], rows: [[true, false]], reason: 'Not lit' },
    ],
  }).product;

/** The same product, which counts how often its options are looked at and its tables are asked. */
function counting(product: PublishedProduct): { product: PublishedProduct; steps: () => number } {
  let steps = 0;
  const counted = <T extends object>(list: T): T =>
    new Proxy(list, {
      get(target, key, receiver) {
        // An entry of a list of options; a table is asked for the row that fits.
        if (typeof key === 'string' && /^(\d+|some)$/.test(key)) steps += 1;
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
  return {
    product: {
      ...product,
      combinations: product.combinations.map(counted),
      steps: product.steps.map((step) => ({
        ...step,
        features: step.features.map((one) => ({
          ...one,
          ...(one.options && { options: counted(one.options) }),
        })),
      })),
    },
    steps: () => steps,
  };
}

/** What a stranger says: so many ids of which some are on offer, and so many repetitions. */
interface Said {
  readonly ids: readonly string[];
  readonly repetitions: number;
}

/** The ways in. */
const ways: Readonly<Record<string, (product: PublishedProduct, said: Said) => Answers>> = {
  items: (product, { ids, repetitions }) => {
    const value = Object.fromEntries(ids.map((id) => [id, true]));
    const items = [
      {
        product_id: product.id,
        items: [
          { ID: 'main', repetitions: [[{ ID: 'extras', type: 'multiple_selection', value }]] },
          { ID: 'parts', repetitions: Array.from({ length: repetitions }, () => []) },
        ],
      },
    ];
    return readItems(product, items as unknown as Items).answers;
  },
  selections: (product, { ids, repetitions }) => {
    const parts = Array.from({ length: repetitions }, () => ({}));
    return readSelections(noAnswers, product, { extras: [...ids], parts }, 'import').answers;
  },
};

/** Steps of work: reading, working out, and looking for ways out of what is wrong. */
function work(way: (product: PublishedProduct, said: Said) => Answers, plain: PublishedProduct, said: Said) {
  const { product, steps } = counting(plain);
  const engine: Engine = createEngine(product, () => '2026-06-15');
  const answers = way(product, said);
  const resolved = engine.resolve(answers);
  for (const issue of resolved.issues.slice(0, 3)) findRepairs(engine, answers, resolved, issue);
  return { steps: steps(), issues: resolved.issues.length };
}

const unknown = (count: number) => Array.from({ length: count }, (_, index) => `u${index}`);

describe.each(Object.entries(ways))(
  'work grows with the product, not with what a stranger sends as %s',
  (_, way) => {
    it('says many ids, or many repetitions', () => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 12 }),
          fc.integer({ min: 1, max: 6 }),
          fc.integer({ min: 0, max: 12 }),
          fc.integer({ min: 11, max: 4000 }),
          fc.integer({ min: 17, max: 2000 }),
          (options, most, known, ids, repetitions) => {
            const product = sketch(options, most);
            const said = (count: number) => [
              ...Array.from({ length: Math.min(known, options) }, (_, index) => `o${index}`),
              ...unknown(count),
            ];
            const few = work(way, product, { ids: said(10), repetitions: most + 10 });
            const many = work(way, product, { ids: said(ids), repetitions });
            const often = work(way, product, { ids: [...said(ids), ...said(ids)], repetitions });
            // Ids are looked up once; nothing else is done for those beyond the first few.
            expect(many).toEqual(few);
            expect(often).toEqual(few);
          },
        ),
        { numRuns: 40 },
      );
    });

    it('grows with the product at all', () => {
      const said = { ids: unknown(50), repetitions: 50 };
      const [small, large] = [work(way, sketch(2, 2), said), work(way, sketch(12, 6), said)];
      expect(small.steps).toBeGreaterThan(10);
      expect(large.steps).toBeGreaterThan(small.steps);
    });
  },
);

describe('what is read of selections', () => {
  const product = sketch(3, 2);
  const read = (selections: object) => readSelections(noAnswers, product, selections as Selections, 'import');

  it('names the first hundred of what cannot be read', () => {
    const strange = Object.fromEntries(unknown(5000).map((id) => [id, 1]));
    expect(read(strange).unknown).toEqual(unknown(100));
    const inside = Array.from({ length: 12 }, () => strange);
    expect(read({ parts: inside }).unknown).toEqual(unknown(100).map((id) => `parts[0].${id}`));
  });

  it('keeps ids that are on offer, however many others stand before them, each once', () => {
    const { answers } = read({ extras: [...unknown(5000), 'o2', 'o0', 'o2'] });
    expect(answers.features['extras']!.value).toEqual([...unknown(10), 'o2', 'o0']);
  });

  it.each([
    ['a text of no end', { extras: ['x'.repeat(101)] }, ['extras']],
    ['what is no list', { extras: { o1: true } }, ['extras']],
    ['a list in a list', { extras: [['o1']] }, ['extras']],
    ['a list as deep as it is long', { extras: JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)) as unknown }, ['extras']], // prettier-ignore
    ['repetitions that are none', { parts: [1, null, {}, [], 'x'] }, ['parts[0]', 'parts[1]', 'parts[3]', 'parts[4]']], // prettier-ignore
    ['names of Object', JSON.parse('{"__proto__":{"lights":true},"constructor":1}') as object, ['__proto__', 'constructor']], // prettier-ignore
  ])('leaves out %s', (_, selections, paths) => {
    const { answers, unknown } = read(selections);
    expect([unknown, answers.features]).toEqual([paths, {}]);
  });

  it('bounds texts, ids and files as the contract does, and takes no number beyond all', () => {
    const all = engineOf({
      features: [
        { id: 'text', name: 'Text', type: 'text' },
        { id: 'campaign', name: 'Campaign', type: 'hidden' },
        { id: 'level', name: 'Level', type: 'hidden', value_type: 'number' },
        { id: 'wood', name: 'Wood', type: 'choice', options: [{ id: 'a', name: 'A' }], own: { name: 'Own' } },
        { id: 'plan', name: 'Plan', type: 'file', accept: ['.pdf'] },
      ],
    }).product;
    const unread = (selections: object) =>
      readSelections(noAnswers, all, selections as Selections, 'import').unknown;
    const long = (length: number) => 'x'.repeat(length);
    const file = { file_id: long(22), name: 'a.pdf', size: 1 };
    const good = { text: long(5000), campaign: long(5000), level: -1e308, wood: long(100), plan: file };
    expect(unread({ ...good, extra: 1 })).toEqual(['extra']);
    expect(unread({ ...good, wood: { own: long(500) }, plan: null })).toEqual([]);
    const bad = { text: long(5001), campaign: long(5001), level: Infinity, wood: long(101), plan: { ...file, name: long(256) } }; // prettier-ignore
    expect(unread(bad)).toEqual(Object.keys(bad));
    expect(unread({ level: NaN, wood: { own: long(501) }, plan: { ...file, size: NaN } })).toHaveLength(3);
  });
});
