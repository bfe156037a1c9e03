import type { ProductInput } from '../../src/contract/product/product.ts';
import { findSelection } from './defaults/find-selection.ts';
import { IdMaker } from './features/id-maker.ts';
import { repairDefaults } from './defaults/repair-defaults.ts';
import { ConstraintNames } from './rules/constraint-names.ts';
import { parseUvl } from './parser/parse-uvl.ts';
import { type Placement, placeFeatures } from './features/place-features.ts';
import type { UvlFeature, UvlNote } from './parser/uvl-model.ts';
import { VariableBook } from './rules/variable-book.ts';
import { writeRules } from './rules/write-rules.ts';

export interface ImportedProduct {
  readonly product: ProductInput;
  /** Features and constraints in the model. */
  readonly features: number;
  readonly constraints: number;
  /** Constraints that need no rule: the structure of the product, or another rule, says the same. */
  readonly held: number;
  /** Whether the defaults are a valid configuration. */
  readonly valid: boolean;
  /** What was left out or changed, by line. */
  readonly notes: readonly UvlNote[];
}

/**
 * Translates a feature model in UVL into a product. A configuration of the product is valid exactly if the features it
 * selects are a valid configuration of the model; `notes` lists the exceptions.
 *
 * @throws {UvlError} with the line, if the file is no UVL model or has no valid configuration.
 */
export function productOfUvl(source: string): ImportedProduct {
  const model = parseUvl(source);
  const placement = placeFeatures(model.root);
  const names = new ConstraintNames(placement.placed, model.namespace);
  const book = new VariableBook(placement.ids);
  const { rules, held, dropped } = writeRules(model.constraints, names, placement.asked, book);
  chooseDefaults(placement, findSelection(model, names));
  const unrepaired: ProductInput = {
    id: new IdMaker().option(model.namespace ?? model.root.name),
    version: '1',
    name: model.root.name,
    currency: 'EUR',
    steps: placement.steps,
    ...(book.variables.length && { variables: book.variables }),
    ...(rules.length && { rules }),
  };
  const { product, valid } = repairDefaults(unrepaired);
  return {
    product,
    features: countFeatures(model.root),
    constraints: model.constraints.length,
    held,
    valid,
    notes: [...model.notes, ...placement.notes, ...dropped].sort((a, b) => a.line - b.line),
  };
}

const countFeatures = (feature: UvlFeature): number =>
  feature.groups.flatMap(({ features }) => features).reduce((sum, child) => sum + countFeatures(child), 1);

/** Writes a selection into the product as its defaults. Groups that it does not reach start with as little as they allow. */
function chooseDefaults(
  { steps, decisions }: Placement,
  selection: ReadonlySet<UvlFeature> | undefined,
): void {
  const features = new Map(steps.flatMap((step) => step.features).map((feature) => [feature.id, feature]));
  for (const [key, { id, options }] of decisions) {
    const feature = features.get(id)!;
    const taken = [...options].filter(([child]) => selection?.has(child)).map(([, option]) => option);
    const least = [...options.values()];
    if (feature.type === 'yes_no') feature.default = selection?.has(key as UvlFeature) ?? false;
    else if (feature.type === 'choice') feature.default = taken[0] ?? least[0]!;
    else if (feature.type === 'multi_choice') {
      feature.default = taken.length ? taken : least.slice(0, Number(feature.min ?? 0));
    }
  }
}
