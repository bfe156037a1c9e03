import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noAnswers } from '../../../../src/engine/answers.ts';
import { createEngine } from '../../../../src/engine/create-engine.ts';
import { compileProduct } from '../../../../src/product-compiler/compile-product.ts';
import { readSelections } from '../../../../src/configuration/read-selections.ts';
import type { ErrorBody, ErrorDetail } from '../../../../src/contract/error/error-body.ts';
import type { ProductInput } from '../../../../src/contract/product/product.ts';
import type { Selections, Value } from '../../../../src/contract/configuration/value.ts';
import { inputs, type Input, type Said } from './left-out/inputs.ts';
import { rules, type RuleKind } from './left-out/rules.ts';
import { makePlace, removePlace, type Place } from '../../support/stores.ts';
import { testCompanion, type TestCompanion } from '../../support/test-companion.ts';

/** A rule of one kind about a question of one kind. */
interface Case {
  readonly name: string;
  readonly product: ProductInput;
  readonly rule: RuleKind;
  readonly input: Input;
  readonly required: boolean;
}

const cases: Case[] = Object.entries(rules).flatMap(([ruleName, rule], r) =>
  Object.entries(inputs).flatMap(([inputName, input], i) =>
    (rule.applies?.(input) ?? true)
      ? [false, true]
          .filter((required) => input.required || !required)
          .map((required) => ({
            name: `${ruleName}, about a ${required ? 'required' : 'free'} ${inputName}`,
            product: product(`p-${r}-${i}-${required}`, rule, input, required),
            rule,
            input,
            required,
          }))
      : [],
  ),
);

function product(id: string, rule: RuleKind, input: Input, required: boolean): ProductInput {
  return {
    id,
    version: '1',
    name: id,
    currency: 'EUR',
    steps: [
      { id: 'first', name: 'First', features: [{ id: 'go', name: 'Go', type: 'yes_no' }] },
      {
        id: 'parts',
        name: 'Parts',
        ...(input.repeated && { repeat: { min: 0, item_name: 'Part' } }),
        features: [...input.feature(required)],
      },
      ...(rule.steps ?? []),
    ],
    rules: [rule.rule(input)],
  };
}

/** Ways to say nothing, and all else that can be said, as items and as the browser has it. */
const ways = ({ input }: Case): [string, Said][] => [
  ['right', 'right'],
  ...('wrong' in input.answers ? [['wrong', 'wrong'] as [string, Said]] : []),
  ['left out', 'nothing'],
  ...(input.repeated ? [] : [['left out with its step', 'nothing'] as [string, Said]]),
  ...(['text', 'date', 'choice', 'hidden'].includes(input.feature(false)[0]!.type)
    ? [['an empty text', 'nothing'] as [string, Said]]
    : []),
  ...(input.feature(false)[0]!.type === 'multi_choice'
    ? [['none of several', 'nothing'] as [string, Said]]
    : []),
];

let place: Place;
let companion: TestCompanion;
beforeAll(async () => {
  place = await makePlace('sqlite');
  companion = await testCompanion(place, { products: cases.map((one) => one.product) });
});
afterAll(async () => {
  await companion.stop();
  await removePlace(place);
});

async function answerOf({ product, input }: Case, said: Said): Promise<Value> {
  const value = input.answers[said as 'right' | 'wrong'];
  if (said === 'nothing' || value === undefined) return null;
  if (typeof value !== 'object' || !value || !('file_id' in value)) return value;
  const query = `product=${product.id}&feature=x&name=plan.pdf`;
  const answer = await companion.fetch(`/api/v1/uploads?${query}`, { method: 'POST', body: 'x' });
  return { ...value, file_id: ((await answer.json()) as { file_id: string }).file_id };
}

function items({ rule, input, product }: Case, way: string, value: Value) {
  const { type, value: right } = input.item(value as never);
  const ID = input.id ?? 'x';
  const said = ['right', 'wrong'].includes(way)
    ? [{ ID, type, value: right }]
    : way === 'an empty text'
      ? [{ ID, type, value: '' }]
      : way === 'none of several'
        ? [{ ID, type, value: { a: false } }]
        : [];
  const steps = [
    { ID: 'first', repetitions: [[{ ID: 'go', type: 'single_selection', value: 'yes' }]] },
    ...(way === 'left out with its step' ? [] : [{ ID: 'parts', repetitions: [said] }]),
    ...(rule.items ?? []),
  ];
  return [
    {
      product_id: product.id,
      items: steps.map((one) => ({ repetitionAmount: one.repetitions.length, ...one })),
    },
  ];
}

const send = async (product: ProductInput, items: unknown) => {
  const answer = await companion.post('/api/v1/add-quote', { product_id: product.id, language: 'en', items });
  const body = (await answer.json()) as Partial<ErrorBody>;
  const details = (body.error?.details ?? []) as ErrorDetail[];
  return { status: answer.status, codes: unique(details.map(({ code }) => code)), details };
};

/** The same items, which say something else to the question. */
function withValue(all: ReturnType<typeof items>, value: unknown) {
  const copy = structuredClone(all) as { items: { repetitions: { value: unknown }[][] }[] }[];
  copy[0]!.items[1]!.repetitions[0]![0]!.value = value;
  return copy;
}

const unique = (codes: readonly string[]) => [...new Set(codes)].sort();

/** What the browser makes of the same answers, where what is not said was cleared. */
function inTheBrowser({ product, rule, input }: Case, value: Value) {
  const engine = createEngine(compileProduct(product).product!);
  const answer = { [input.id ?? 'x']: value };
  const selections: Selections = {
    go: true,
    ...(rule.selections ?? {}),
    ...(input.repeated ? { parts: [answer] } : answer),
  };
  const { answers, unknown } = readSelections(noAnswers, engine.product, selections, 'user');
  expect(unknown).toEqual([]);
  return unique(engine.resolve(answers).issues.map(({ code }) => code));
}

/** By hand: which codes a submission gets. */
function expected({ rule, input, required }: Case, said: Said): readonly string[] {
  if (said === 'right') return [];
  if (said === 'wrong') return [rule.code];
  if (!required) return [rule.code];
  // What a rule only asks `has` about may be unanswered.
  return rule.together && input.holds !== 'has(x)' ? ['required'] : unique(['required', rule.code]);
}

describe('a rule is checked against what is said and what is left out', () => {
  it.each(cases.map((one): [string, Case] => [one.name, one]))('%s', async (_, one) => {
    const { right } = one.input.answers;
    for (const [way, said] of ways(one)) {
      const value = await answerOf(one, said);
      const codes = expected(one, said);
      const { status, codes: found } = await send(one.product, items(one, way, value ?? right));
      expect({ way, status, codes: found }).toEqual({ way, status: codes.length ? 422 : 201, codes });
      // The same as the browser says, of the same answers.
      const kept = codes.filter((code) => !one.rule.kept || code !== one.rule.code);
      expect([way, ...inTheBrowser(one, value)]).toEqual([way, ...kept]);
    }
    for (const value of [null, ...one.input.strange]) {
      const { status, details } = await send(one.product, withValue(items(one, 'right', right), value));
      expect([value, status]).toEqual([value, 422]);
      expect(details).toContainEqual(
        expect.objectContaining({ path: 'items[0].items[1].repetitions[0][0].value' }),
      );
    }
  });

  it('covers every kind of rule and input', () => {
    const types = new Set(cases.flatMap(({ product }) => product.rules!.map(({ type }) => type)));
    expect([...types].sort()).toEqual(
      ['allow', 'bounds', 'combination', 'enabled', 'excludes', 'message', 'repetitions', 'required', 'requires', 'value', 'visible'], // prettier-ignore
    );
    expect(cases.length).toBeGreaterThan(200);
  });
});
