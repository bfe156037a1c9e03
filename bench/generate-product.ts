import type { ProductInput } from '../src/contract/product/product.ts';
import { pick, random } from './random.ts';

type StepInput = ProductInput['steps'][number];
type FeatureInput = StepInput['features'][number];

/** Features a step: about two screens. */
const PER_STEP = 25;
const FINISHES = ['plain', 'oiled', 'waxed', 'painted', 'brushed', 'smoked', 'bleached', 'carved'];

/**
 * A made-up product of so many features, in about the proportions of real ones: half are choices, the others yes/no,
 * numbers, several of many, and texts. Every sixth shows only while an earlier one is as it was, every fourth has a rule
 * with an earlier one, most have a price. The same size is always the same product, and its defaults are valid.
 */
export function generateProduct(size: number): ProductInput {
  const next = random(size);
  const steps: StepInput[] = [];
  const rules: NonNullable<ProductInput['rules']> = [];
  const prices: NonNullable<ProductInput['prices']> = [];
  /** Features that rules can be about, with what they may be instead of their default. */
  const earlier: { readonly name: string; readonly changed: string }[] = [];
  for (let index = 0; index < size; index += 1) {
    if (index % PER_STEP === 0) {
      const number = steps.length + 1;
      steps.push({ id: `step_${number}`, name: `Step ${number}`, features: [] });
    }
    const id = `feature_${index}`;
    const name = `Feature ${index + 1}`;
    const visible = earlier.length && next() < 1 / 6 ? { visible: `!(${pick(earlier, next).changed})` } : {};
    const [feature, changed, amount] = makeFeature({ id, name, ...visible }, next);
    steps.at(-1)!.features.push(feature);
    if (changed === undefined) continue;
    if (earlier.length && next() < 1 / 4) {
      const other = pick(earlier, next);
      const reason = `${name} does not go with ${other.name} like this.`;
      rules.push(
        next() < 0.5
          ? { type: 'excludes', when: changed, not: other.changed, reason }
          : { type: 'requires', when: changed, then: `!(${other.changed})`, reason },
      );
    }
    if (amount !== undefined) prices.push({ id: `price_${index}`, name, kind: 'formula', amount });
    earlier.push({ name, changed });
  }
  return {
    id: `generated-${size}`,
    version: '1',
    name: `A product of ${size} features`,
    currency: 'EUR',
    tax: { rate: 21, prices: 'net' },
    steps,
    rules,
    prices,
    outputs: [
      {
        id: 'main',
        buttons: [{ id: 'message', name: 'Send', triggers: { post_message: true } }],
      },
    ],
  };
}

/** A feature, a condition under which it is not as it was (none: rules leave it alone), and what it costs by itself. */
function makeFeature(
  common: { readonly id: string; readonly name: string; readonly visible?: string },
  next: () => number,
): [feature: FeatureInput, changed?: string, amount?: string] {
  const { id } = common;
  const options = FINISHES.slice(0, 3 + Math.floor(next() * 6)).map((one, index) => ({
    id: one,
    name: `${one} ${common.name.toLowerCase()}`,
    ...(next() < 0.7 && { price: index * 5 }),
  }));
  const kind = next();
  if (kind < 0.5) {
    const display = pick(['radio', 'pills', 'dropdown'] as const, next);
    return [
      { ...common, type: 'choice', display, options, default: 'plain' },
      `${id} == "${options.at(-1)!.id}"`,
    ];
  }
  if (kind < 0.7) return [{ ...common, type: 'yes_no', default: false, price: 12.5 }, id];
  if (kind < 0.85) {
    const number = { ...common, type: 'number', unit: 'mm', min: 100, max: 2000, default: 500 } as const;
    return [number, `${id} > 1500`, `${id} / 1000 * 20`];
  }
  if (kind < 0.95) {
    return [
      { ...common, type: 'multi_choice', options, max: 2, default: [] },
      `"${options.at(-1)!.id}" in ${id}`,
    ];
  }
  return [{ ...common, type: 'text', max_length: 50 }];
}
