import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../../src/engine/create-engine.ts';
import { enrich } from '../../../../src/configuration/enrich.ts';
import { readSelections } from '../../../../src/configuration/read-selections.ts';
import type { ErrorBody, ErrorDetail } from '../../../../src/contract/error/error-body.ts';
import type { EnrichedFeature, Items } from '../../../../src/contract/quote/items.ts';
import type { ProductInput } from '../../../../src/contract/product/product.ts';
import type { Answers } from '../../../../src/contract/configuration/answers.ts';
import type { Selections } from '../../../../src/contract/configuration/value.ts';
import { noAnswers, withAnswer, withRepetitions } from '../../../../src/engine/answers.ts';
import { demoEngine, demoProducts, readDemo, type DemoProduct } from '../../../demo/demo-products.ts';
import { useCompanion } from '../../support/use-companion.ts';

type Feature = ProductInput['steps'][0]['features'][0];
type Rules = NonNullable<ProductInput['rules']>;
type Item = Pick<EnrichedFeature, 'ID' | 'type' | 'value'>;

const options = ['a', 'b', 'c'].map((id) => ({ id, name: id }));
const several: Feature = { id: 'x', name: 'X', type: 'multi_choice', options };
const yesNo: Feature = { id: 'x', name: 'X', type: 'yes_no', default: true };
const parts = (id: string): ProductInput['steps'][0] => ({
  id,
  name: id,
  repeat: { min: 0, max: 4, default: 2, item_name: 'Part' },
  features: [{ id: 'note', name: 'Note', type: 'text' }],
});
const go: Feature = { id: 'go', name: 'Go', type: 'yes_no' };
const reason = 'Because';

const sketches = {
  no: sketch([yesNo], [{ type: 'requires', when: 'go', then: 'x == false', reason }]),
  none: sketch([several], [{ type: 'requires', when: 'go', then: 'size(x) == 0', reason }]),
  table: sketch([several], [{ type: 'combination', features: ['go', 'x'], rows: [[true, 'a']], reason }]),
  least: sketch([{ ...several, min: 1, max: 2 }]),
  most: sketch([{ ...several, min: 0, max: 2 }]),
  bounded: sketch([several], [{ type: 'bounds', feature: 'x', when: 'go', min: 2, reason }]),
  hidden: sketch([{ ...several, min: 1, visible: '!go' }]),
  closed: sketch([{ ...several, min: 1, enabled: { when: '!go', reason } }]),
  both: sketch([{ ...several, min: 1, required: true }]),
  start: sketch(
    [{ id: 'x', name: 'X', type: 'choice', options, default: 'a' }],
    [{ type: 'default', feature: 'x', when: 'go', value: 'b' }],
  ),
  few: sketch(
    [{ id: 'x', name: 'X', type: 'text' }],
    [{ type: 'message', level: 'error', when: 'quantity > 5', text: 'No' }],
  ),
  counted: sketch(
    [parts('parts')],
    [
      { type: 'repetitions', step: 'parts', when: 'go', count: 3 },
      { type: 'repetitions', step: 'parts', when: '!go', count: 0 },
    ],
  ),
  several: sketch([parts('parts')], [{ type: 'requires', when: 'go', then: 'count(parts) > 1', reason }]),
};

function sketch(rest: readonly (Feature | ProductInput['steps'][0])[], rules: Rules = []): ProductInput {
  const steps = rest.flatMap((one) => ('features' in one ? [one] : []));
  const features = rest.flatMap((one) => ('features' in one ? [] : [one]));
  return {
    id: 'sketch',
    version: '1',
    name: 'Sketch',
    currency: 'EUR',
    steps: [{ id: 'main', name: 'Main', features: [go, ...features] }, ...steps],
    rules,
  };
}

const companion = useCompanion({
  products: [
    ...Object.entries(sketches).map(([id, product]) => ({ ...product, id })),
    ...demoProducts.map((id) => readDemo(id) as ProductInput),
  ],
  environment: { DEMO_RECEIVER: 'http://127.0.0.1:1/' },
});

const send = async (body: object) => {
  const answer = await companion.post('/api/v1/add-quote', { language: 'en', ...body });
  const read = (await answer.json()) as Partial<ErrorBody> & { items?: Items };
  const details = (read.error?.details ?? []) as ErrorDetail[];
  return {
    status: answer.status,
    said: details.map(({ path, code }) => `${path} ${code}`),
    items: read.items,
  };
};

describe('what is not answered', () => {
  const yes: Item = { ID: 'go', type: 'single_selection', value: 'yes' };
  const no: Item = { ID: 'go', type: 'single_selection', value: 'no' };
  const chosen = (...ids: string[]): Item => ({
    ID: 'x',
    type: 'multiple_selection',
    value: Object.fromEntries(options.map(({ id }) => [id, ids.includes(id)])),
  });
  const submit = (
    product_id: keyof typeof sketches,
    main: readonly Item[],
    others: Readonly<Record<string, number>> = {},
    more: object = {},
  ) =>
    send({
      product_id,
      items: [
        {
          product_id,
          items: [
            { ID: 'main', repetitionAmount: 1, repetitions: [main] },
            ...Object.entries(others).map(([ID, repetitionAmount]) => ({
              ID,
              repetitionAmount,
              repetitions: Array.from({ length: repetitionAmount }, () => []),
            })),
          ],
        },
      ],
      ...more,
    });
  const main = 'items[0].items[0]';
  const at = `${main}.repetitions[0][1].value`;

  it('is false of a yes or no, whatever its default, and stays out of what is stored', async () => {
    const { status, items } = await submit('no', [yes]);
    expect([status, items![0]!.items[0]!.repetitions[0]!.map(({ ID }) => ID)]).toEqual([201, ['go']]);
    const row = await companion.store.db
      .selectFrom('cart_actions')
      .select('configuration')
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(row.configuration)).toMatchObject({ selections: { go: true } });
    expect(row.configuration).not.toContain('"x"');
    expect(await submit('no', [yes, { ID: 'x', type: 'single_selection', value: 'yes' }])).toMatchObject({
      status: 422,
      said: [`${at} constraint`],
    });
  });

  it('is empty of a multiple choice', async () => {
    for (const product of ['none', 'table'] as const) {
      expect([product, (await submit(product, [yes])).status]).toEqual([product, 201]);
      expect((await submit(product, [yes, chosen('a', 'b')])).said).toEqual([`${at} constraint`]);
    }
  });

  it.each<[string, keyof typeof sketches, Item[], string[]]>([
    ['left out, where there is a least', 'least', [yes], [`${main} too_few`]],
    ['none of several', 'least', [yes, chosen()], [`${at} too_few`]],
    ['nothing at all', 'least', [yes, { ...chosen(), value: {} }], [`${at} too_few`]],
    ['enough', 'least', [yes, chosen('a')], []],
    ['too many', 'least', [yes, chosen('a', 'b', 'c')], [`${at} too_many`]],
    ['left out, where none is enough', 'most', [yes], []],
    ['left out, by a rule', 'bounded', [yes], [`${main} too_few`]],
    ['too few, by a rule', 'bounded', [yes, chosen('a')], [`${at} too_few`]],
    ['left out, where the rule is not in force', 'bounded', [no], []],
    ['left out, where it is not asked', 'hidden', [yes], []],
    ['left out, where it is asked', 'hidden', [no], [`${main} too_few`]],
    ['left out, where it cannot be answered', 'closed', [yes], []],
    ['left out, where it can be', 'closed', [no], [`${main} too_few`]],
    ['left out, where it is required too', 'both', [yes], [`${main} required`]],
    ['left out, where a rule has a default', 'start', [yes], [`${main} required`]],
  ])('counts: %s', async (_, product, items, said) => {
    expect(await submit(product, items)).toMatchObject({ status: said.length ? 422 : 201, said });
  });

  it('is one, of the quantity', async () => {
    expect((await submit('few', [yes])).status).toBe(201);
    expect((await submit('few', [yes], {}, { quantity: 6 })).said).toEqual(['items[0].items message']);
    expect((await submit('few', [yes], {}, { quantity: null })).said).toEqual(['quantity invalid_type']);
  });

  it('is not made up where a rule says how many repetitions there are, nor is anything thrown away', async () => {
    const there = 'items[0].items[1]';
    expect((await submit('counted', [yes], { parts: 3 })).status).toBe(201);
    expect((await submit('counted', [yes], { parts: 2 })).said).toEqual([`${there} too_few_repetitions`]);
    expect((await submit('counted', [yes], { parts: 4 })).said).toEqual([`${there} too_many_repetitions`]);
    expect((await submit('counted', [yes])).said).toEqual(['items[0].items too_few_repetitions']);
    expect((await submit('counted', [no])).status).toBe(201);
    expect((await submit('counted', [no], { parts: 1 })).said).toEqual([`${there} too_many_repetitions`]);
  });

  it('is not repeated, where a step is left out', async () => {
    expect((await submit('several', [yes], { parts: 2 })).status).toBe(201);
    expect((await submit('several', [yes], { parts: 1 })).said).toHaveLength(1);
    expect((await submit('several', [yes])).said).toHaveLength(1);
  });
});

describe('the demo products', () => {
  const items = (engine: Engine, answers: Answers) =>
    structuredClone(enrich(engine.resolve(answers), engine.product, { language: 'en' }));
  const submit = (product_id: DemoProduct, all: Items) =>
    send({ product_id, output_id: 'main', button_id: 'cart', items: all });
  const without = (all: Items, ID: string): Items =>
    all.map((product) => ({
      ...product,
      items: product.items.map((step) => ({
        ...step,
        repetitions: step.repetitions.map((features) => features.filter((one) => one.ID !== ID)),
      })),
    }));

  it('a lift-slide door has no rc2 without a lock, said or not', async () => {
    const engine = demoEngine('lift-slide-door');
    const panels = [{ glass: 'laminated' }];
    const laminated = engine.product.steps
      .flatMap(({ features }) => features)
      .find(({ id }) => id === 'glass')!
      .options!.find(({ attributes }) => attributes?.['laminated'] === true)!.id;
    const select: Selections = {
      security: ['rc2'],
      lock: true,
      panels: Array.from({ length: 2 }, () => ({ ...panels[0], glass: laminated })),
    };
    const { answers } = readSelections(noAnswers, engine.product, select, 'user');
    const whole = items(engine, answers);
    expect((await submit('lift-slide-door', whole)).status).toBe(201);
    expect((await submit('lift-slide-door', without(whole, 'lock'))).said).toContainEqual(
      expect.stringMatching(/constraint$/),
    );
  });

  it('a roller blind is not hung on nothing, said or not', async () => {
    const whole = items(demoEngine('roller-blind'), noAnswers);
    expect((await submit('roller-blind', whole)).status).toBe(201);
    const { status, said } = await submit('roller-blind', without(whole, 'accessories'));
    expect([status, said]).toEqual([422, [expect.stringMatching(/ too_few$/)]]);
    for (const step of whole[0]!.items)
      for (const one of step.repetitions.flat()) if (one.ID === 'accessories') one.value = { screws: false };
    expect((await submit('roller-blind', whole)).said).toEqual([expect.stringMatching(/ too_few$/)]);
  });

  /** What the browser would say if the shopper had cleared what is left out. */
  const verdict = (engine: Engine, answers: Answers): boolean => {
    const resolved = engine.resolve(answers);
    return resolved.valid && engine.price(resolved).state !== 'incomplete';
  };

  it.each(demoProducts)(
    '%s without any one answer, step or repetition is what the browser says',
    async (id) => {
      const engine = demoEngine(id);
      const start = engine.resolve(noAnswers);
      const everything = items(engine, noAnswers);
      let answers: Answers = noAnswers;
      for (const { step, repetitions } of start.steps)
        if (step.repeat)
          answers = withRepetitions(
            answers,
            step.id,
            repetitions.map(() => ({})),
          );
      for (const { path, value, feature, visible } of start.features.values())
        if (feature.type !== 'computed')
          answers = withAnswer(answers, path, { value: (visible && value) ?? null, by: 'import' });
      expect([(await submit(id, everything)).status, verdict(engine, answers)]).toEqual([201, true]);
      let refused = 0;
      const check = async (left: string, fewer: Items, cleared: Answers) => {
        const { status } = await submit(id, fewer);
        if (status !== 201) refused += 1;
        expect([left, status]).toEqual([left, verdict(engine, cleared) ? 201 : 422]);
      };
      for (const [s, step] of everything[0]!.items.entries()) {
        const repeats = engine.product.steps.find((one) => one.id === step.ID)!.repeat !== undefined;
        const places = step.repetitions.flatMap((features, r) =>
          features.map(({ ID }) => ({ ID, r, path: repeats ? `${step.ID}[${r}].${ID}` : ID })),
        );
        for (const { ID, r, path } of places) {
          const fewer = structuredClone(everything);
          const { repetitions } = fewer[0]!.items[s]!;
          repetitions[r] = repetitions[r]!.filter((one) => one.ID !== ID);
          const type = start.features.get(path)!.feature.type;
          const cleared = withAnswer(answers, path, { value: null, by: 'import' });
          await check(path, fewer, type === 'computed' ? answers : cleared);
        }
        const fewer = structuredClone(everything);
        fewer[0]!.items.splice(s, 1);
        const cleared = repeats
          ? withRepetitions(answers, step.ID, [])
          : places.reduce(
              (all, { path }) =>
                start.features.get(path)!.feature.type === 'computed'
                  ? all
                  : withAnswer(all, path, { value: null, by: 'import' }),
              answers,
            );
        await check(step.ID, fewer, cleared);
      }
      expect(refused).toBeGreaterThan(3);
    },
  );
});
