import * as defaults from '../../contract/product/defaults.ts';
import type { PublishedConstraint } from '../../contract/published/published-constraint.ts';
import type { Expr } from '../../contract/published/expr.ts';
import { keepDecimals } from '../../expressions/rounding.ts';
import { defined } from '../../contract/defined.ts';
import type { CompileContext } from '../compile-context.ts';
import type { FeatureInput, RuleOf } from '../product-input-types.ts';
import type { DeclaredName } from '../names/declared-name.ts';
import { didYouMean } from '../names/did-you-mean.ts';

/** A table of allowed combinations, as a constraint. */
export function compileCombination(
  { features, rows, reason }: RuleOf<'combination'>,
  path: string,
  context: CompileContext,
): PublishedConstraint | undefined {
  const names = features.map((id, index) => columnOf(id, `${path}.features[${index}]`, context));
  if (names.some((name) => name === undefined)) return undefined;
  const columns = names as DeclaredName[];
  const steps = new Set(columns.map((name) => name.step).filter((step) => step !== undefined));
  if (steps.size > 1) {
    context.error(
      `${path}.features`,
      'the features are in several steps that repeat',
      'combine features of one of them',
    );
    return undefined;
  }
  const options = columns.map(({ feature }) => optionsOf(feature!));
  rows.forEach((row, r) => {
    if (row.length !== features.length) {
      context.error(
        `${path}.rows[${r}]`,
        `the row has ${row.length} cells for ${features.length} features`,
        'write one cell a feature; "*" stands for any value',
      );
    } else
      row.forEach((cell, c) =>
        checkCell(cell, columns[c]!.feature!, options[c], `${path}.rows[${r}][${c}]`, context),
      );
  });
  const number = context.combinations.push(rows) - 1;
  const holds: Expr = [
    'row',
    number,
    ...columns.map(({ id, step }): Expr => [step === undefined ? '$' : '@', id]),
  ];
  return defined({ holds, features, step: [...steps][0], reason });
}

function columnOf(id: string, path: string, context: CompileContext): DeclaredName | undefined {
  const name = context.names.get(id);
  if (name?.feature && name.feature.type !== 'file') return name;
  const features = [...context.names.values()].filter((one) => one.feature).map((one) => one.id);
  context.error(
    path,
    name ? `"${id}" cannot stand in a table` : `there is no feature "${id}"`,
    didYouMean(id, features),
  );
  return undefined;
}

type Cell = RuleOf<'combination'>['rows'][number][number];

/** Ids of the options of a column's feature, once for all of its cells; undefined where it has none. */
function optionsOf(feature: FeatureInput): ReadonlySet<unknown> | undefined {
  if (!('options' in feature)) return undefined;
  const own = feature.type === 'choice' && feature.own ? ['own'] : [];
  return new Set([...feature.options.map(({ id }) => id), ...own]);
}

function checkCell(
  cell: Cell,
  feature: FeatureInput,
  options: ReadonlySet<unknown> | undefined,
  path: string,
  context: CompileContext,
): void {
  if (cell === '*') return;
  for (const value of Array.isArray(cell) ? cell : [cell]) {
    if (options) {
      if (!options.has(value)) {
        const ids = [...options] as string[];
        context.error(
          path,
          `"${feature.id}" has no option "${String(value)}"`,
          didYouMean(String(value), ids),
        );
      }
    } else if (
      (feature.type === 'number' && typeof value !== 'number') ||
      (feature.type === 'yes_no' && typeof value !== 'boolean')
    ) {
      const expected = feature.type === 'number' ? 'a number' : 'true or false';
      context.error(
        path,
        `"${feature.id}" is never ${JSON.stringify(value)}`,
        `write ${expected}, or "*" for any`,
      );
    } else if (feature.type === 'number') {
      const { decimals = defaults.numberDecimals } = feature;
      if (keepDecimals(value as number, decimals) === value) continue;
      context.warn(
        path,
        `answers are kept with ${decimals} decimals, so none is ever ${value}`,
        `raise "decimals" of "${feature.id}", or round it`,
      );
    }
  }
}
