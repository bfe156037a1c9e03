import fc from 'fast-check';
import type { PublishedProduct } from '../../../src/contract/published/published-product.ts';
import type { ProductInput } from '../../../src/contract/product/product.ts';
import type { Answers } from '../../../src/contract/configuration/answers.ts';
import type { Value } from '../../../src/contract/configuration/value.ts';
import { noAnswers } from '../../../src/engine/answers.ts';

type StepInput = ProductInput['steps'][number];
type FeatureInput = StepInput['features'][number];
type RuleInput = NonNullable<ProductInput['rules']>[number];

/** A feature with few values and a default, or, sometimes, without one. */
const feature = (id: string): fc.Arbitrary<FeatureInput> => {
  const options = fc
    .integer({ min: 1, max: 4 })
    .map((amount) => ['a', 'b', 'c', 'd'].slice(0, amount).map((option) => ({ id: option, name: option })));
  return fc.oneof(
    fc.boolean().map((value): FeatureInput => ({ id, name: id, type: 'yes_no', default: value })),
    fc.tuple(options, fc.nat(), fc.boolean()).map(([all, index, open]): FeatureInput => ({
      id,
      name: id,
      type: 'choice',
      options: all,
      ...(!open && { default: all[index % all.length]!.id }),
    })),
    fc.tuple(options, fc.nat()).map(([all, chosen]): FeatureInput => ({
      id,
      name: id,
      type: 'multi_choice',
      options: all,
      default: all.filter((_, index) => (chosen >> index) & 1).map((option) => option.id),
    })),
  );
};

/** What can be asked about a feature where its name is known. */
const asked = (one: FeatureInput): fc.Arbitrary<string> => {
  if (one.type === 'yes_no') return fc.constantFrom(one.id, `!${one.id}`);
  const option = 'options' in one ? fc.constantFrom(...one.options.map(({ id }) => id)) : fc.constant('a');
  if (one.type === 'choice')
    return fc.tuple(option, fc.boolean()).map(([id, not]) => `${one.id} ${not ? '!=' : '=='} "${id}"`);
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(option, fc.boolean()).map(([id, not]) => `${not ? '!' : ''}("${id}" in ${one.id})`),
    },
    { weight: 1, arbitrary: fc.nat({ max: 3 }).map((amount) => `count(${one.id}) >= ${amount}`) },
  );
};

const condition = (features: readonly FeatureInput[]): fc.Arbitrary<string> => {
  const one = fc.constantFrom(...features).chain(asked);
  return fc.oneof(
    { weight: 4, arbitrary: one },
    {
      weight: 1,
      arbitrary: fc.tuple(one, one, fc.constantFrom('&&', '||')).map(([a, b, and]) => `${a} ${and} ${b}`),
    },
  );
};

/** Values that a feature could have in a cell of a table. */
const cell = (one: FeatureInput) =>
  one.type === 'yes_no'
    ? fc.constantFrom<boolean | '*'>(true, false, '*')
    : fc.constantFrom('*', ...('options' in one ? one.options.map(({ id }) => id) : []));

const rule = (features: readonly FeatureInput[], reason: string): fc.Arbitrary<RuleInput> => {
  const pair = fc.tuple(condition(features), condition(features));
  const combined = fc
    .uniqueArray(fc.constantFrom(...features), { minLength: 2, maxLength: 3, selector: ({ id }) => id })
    .chain((columns) =>
      fc.array(fc.tuple(...columns.map(cell)), { minLength: 1, maxLength: 4 }).map((rows): RuleInput => ({
        type: 'combination',
        features: columns.map(({ id }) => id),
        rows,
        reason,
      })),
    );
  return fc.oneof(
    {
      weight: 3,
      arbitrary: pair.map(([when, then]): RuleInput => ({ type: 'requires', when, then, reason })),
    },
    { weight: 3, arbitrary: pair.map(([when, not]): RuleInput => ({ type: 'excludes', when, not, reason })) },
    { weight: features.length > 1 ? 1 : 0, arbitrary: combined },
  );
};

const several = (prefix: string, minLength: number, maxLength: number) =>
  fc
    .integer({ min: minLength, max: maxLength })
    .chain((amount) =>
      fc.tuple(...Array.from({ length: amount }, (_, index) => feature(`${prefix}${index}`))),
    );

/** Products of few features whose rules are about everything, with a step that repeats if that is wanted. */
export const generatedProduct = ({ repeated }: { repeated: boolean }): fc.Arbitrary<ProductInput> =>
  fc.tuple(several('f', 2, 5), several('r', 1, 3)).chain(([main, rows]) => {
    const rules = (features: readonly FeatureInput[], name: string, maxLength: number) =>
      fc
        .integer({ min: 1, max: maxLength })
        .chain((amount) =>
          fc.tuple(...Array.from({ length: amount }, (_, index) => rule(features, `${name} ${index}`))),
        );
    const parts = fc.tuple(
      rules(main, 'main', 8),
      repeated ? rules([...main, ...rows], 'rows', 6) : fc.constant([]),
    );
    return parts.map(([outside, inside]) => ({
      id: 'generated',
      version: '1',
      name: 'Generated',
      currency: 'EUR',
      steps: [
        { id: 'main', name: 'Main', features: main },
        ...(repeated
          ? [
              {
                id: 'rows',
                name: 'Rows',
                repeat: { min: 0, max: 5, default: 2, item_name: 'Row' },
                features: rows,
              },
            ]
          : []),
      ],
      rules: [...outside, ...inside],
    }));
  });

const valueOf = (one: FeatureInput): fc.Arbitrary<Value> => {
  if (one.type === 'yes_no') return fc.constantFrom<Value>(true, false, null);
  const ids = [...('options' in one ? one.options.map(({ id }) => id) : []), 'gone'];
  return one.type === 'choice' ? fc.constantFrom<Value>(...ids, null) : fc.subarray(ids);
};

const record = (features: readonly FeatureInput[]): fc.Arbitrary<Answers['features']> =>
  fc
    .tuple(...features.map((one) => fc.option(valueOf(one), { freq: 1, nil: undefined })))
    .map((values) =>
      Object.fromEntries(
        values.flatMap((value, index) =>
          value === undefined ? [] : [[features[index]!.id, { value, by: 'user' as const }]],
        ),
      ),
    );

/** Answers to some of a product's features, some of them to none of its options. */
export const answersTo = ({ steps: [main, rows] }: ProductInput): fc.Arbitrary<Answers> =>
  fc
    .tuple(
      record(main!.features),
      rows
        ? fc.option(fc.array(record(rows.features), { maxLength: 5 }), { nil: undefined })
        : fc.constant(undefined),
    )
    .map(([features, repetitions]) => ({
      ...noAnswers,
      features,
      ...(repetitions && { steps: { rows: repetitions } }),
    }));

/** Where constraints are placed, and the values of all features, in a product whose steps repeat as often as is said. */
export function sizeOf(product: PublishedProduct, times: (step: string) => number) {
  let values = 0;
  for (const step of product.steps)
    for (const { options } of step.features)
      values += (options?.length ?? 2) * (step.repeat ? times(step.id) : 1);
  const constraints = product.constraints.reduce(
    (all, { step }) => all + (step === undefined ? 1 : times(step)),
    0,
  );
  return { constraints, values };
}
