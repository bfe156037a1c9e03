import type { Answers } from '../../../../src/contract/configuration/answers.ts';
import type { Resolution } from '../../../../src/contract/configuration/resolution.ts';
import type { PublishedProduct } from '../../../../src/contract/published/published-product.ts';
import type { Value } from '../../../../src/contract/configuration/value.ts';
import type { UvlFeature, UvlModel } from '../../../../tools/uvl/parser/uvl-model.ts';
import type { UvlConfiguration } from './evaluate-uvl.ts';

/** Values tried for numbers. */
export const numbers = [0, 1, 4];

const subsets = (ids: readonly string[]): string[][] =>
  ids.reduce<string[][]>((all, id) => [...all, ...all.map((one) => [...one, id])], [[]]);

/** All that could be answered in a product without repetitions: every value of every question, with every other. */
export function everyAnswer({ steps }: PublishedProduct): Answers[] {
  let all: Record<string, Value>[] = [{}];
  for (const { id, type, options = [] } of steps.flatMap(({ features }) => features)) {
    const ids = options.map((option) => option.id);
    const values: Value[] =
      type === 'choice'
        ? ids
        : type === 'multi_choice'
          ? subsets(ids)
          : type === 'yes_no'
            ? [true, false]
            : type === 'number'
              ? numbers
              : [];
    if (values.length) all = all.flatMap((one) => values.map((value) => ({ ...one, [id]: value })));
  }
  return all.map((values) => ({
    features: Object.fromEntries(
      Object.entries(values).map(([id, value]) => [id, { value, by: 'user' as const }]),
    ),
    steps: {},
  }));
}

/** What a resolution selects in the model, read by names: what is chosen, and what is mandatory below it. */
export function configurationOf(model: UvlModel, { steps }: Resolution): UvlConfiguration {
  const chosen = new Set<string>();
  const values: Record<string, number | string> = {};
  for (const { visible, feature, value, options } of steps.flatMap(({ repetitions }) => repetitions.flat())) {
    if (!visible || value === undefined) continue;
    const name = feature.name as string;
    if (feature.type === 'yes_no' && value === true) chosen.add(name);
    if (feature.type === 'number' || feature.type === 'text') values[name] = value as number | string;
    for (const { option } of options ?? []) {
      if (value === option.id || (Array.isArray(value) && value.includes(option.id)))
        chosen.add(option.name as string);
    }
  }
  const selected = new Set<string>();
  const visit = (feature: UvlFeature): void => {
    selected.add(feature.name);
    for (const { kind, features } of feature.groups)
      for (const child of features) if (kind === 'mandatory' || chosen.has(child.name)) visit(child);
  };
  visit(model.root);
  return { selected, values };
}
