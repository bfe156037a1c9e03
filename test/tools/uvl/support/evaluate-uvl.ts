import type { UvlFeature, UvlModel, UvlTerm } from '../../../../tools/uvl/parser/uvl-model.ts';

/** What is selected, by name, with the numbers and texts of typed features. Features that repeat are not for this judge. */
export interface UvlConfiguration {
  readonly selected: ReadonlySet<string>;
  readonly values: Readonly<Record<string, number | string>>;
}

export const featuresOf = (feature: UvlFeature): UvlFeature[] => [
  feature,
  ...feature.groups.flatMap(({ features }) => features.flatMap(featuresOf)),
];

/** Whether a configuration satisfies the tree and the constraints of a model: the plain meaning of UVL, nothing clever. */
export function isValid(model: UvlModel, configuration: UvlConfiguration): boolean {
  const has = ({ name }: UvlFeature) => configuration.selected.has(name);
  const fits = (feature: UvlFeature): boolean =>
    feature.groups.every(({ kind, min, max, features }) => {
      const amount = features.filter(has).length;
      if (!has(feature)) return amount === 0;
      if (kind === 'mandatory') return amount === features.length;
      return kind === 'optional' || (amount >= min && amount <= max);
    }) && feature.groups.every(({ features }) => features.every(fits));
  if (!has(model.root) || !fits(model.root)) return false;
  return model.constraints.every(({ term }) => evaluate(term, model, configuration) === true);
}

function evaluate(term: UvlTerm, model: UvlModel, configuration: UvlConfiguration): unknown {
  const all = featuresOf(model.root);
  const run = (one: UvlTerm): unknown => evaluate(one, model, configuration);
  if (term.is === 'literal') return term.value;
  if (term.is === 'name') return named(term.path.join('.'), all, configuration);
  if (term.is === 'call') {
    if (term.function === 'floor') return Math.floor(run(term.operands[0]!) as number);
    if (term.function === 'ceil') return Math.ceil(run(term.operands[0]!) as number);
    if (term.function === 'len') return (run(term.operands[0]!) as string).length;
    const key = (term.operands[0] as UvlTerm & { is: 'name' }).path[0]!;
    const numbers = all
      .filter(({ name, attributes }) => configuration.selected.has(name) && attributes.has(key))
      .map(({ attributes }) => attributes.get(key) as number);
    const sum = numbers.reduce((a, b) => a + b, 0);
    return term.function === 'sum' ? sum : sum / numbers.length;
  }
  const [a, b] = term.operands.map(run) as [never, never];
  switch (term.operator) {
    case '!':
      return !a;
    case '&':
      return a && b;
    case '|':
      return a || b;
    case '=>':
      return !a || b;
    case '<=>':
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    case '+':
      return Number(a) + Number(b);
    case '-':
      return Number(a) - Number(b);
    case '*':
      return Number(a) * Number(b);
    case '/':
      return Number(a) / Number(b);
  }
}

function named(name: string, all: readonly UvlFeature[], { selected, values }: UvlConfiguration): unknown {
  const feature = all.find((one) => one.name === name);
  if (feature?.type === 'Boolean') return selected.has(name);
  if (feature) return selected.has(name) ? values[name] : feature.type === 'String' ? '' : 0;
  const dot = name.lastIndexOf('.');
  const value = all.find((one) => one.name === name.slice(0, dot))!.attributes.get(name.slice(dot + 1));
  if (selected.has(name.slice(0, dot))) return value;
  return typeof value === 'boolean' ? false : typeof value === 'string' ? '' : 0;
}
