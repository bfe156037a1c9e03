import { createEngine } from '../../../src/engine/create-engine.ts';
import { noAnswers } from '../../../src/engine/answers.ts';
import { findRepairs } from '../../../src/engine/repairs/find-repairs.ts';
import { compileProduct } from '../../../src/product-compiler/compile-product.ts';
import type { ProductInput } from '../../../src/contract/product/product.ts';
import type { Repair } from '../../../src/contract/configuration/issue.ts';

const MOST_ROUNDS = 100;

/**
 * Resolves a product's defaults and writes the engine's own repairs into them, one after the other, until they are a valid
 * configuration or no repair is left.
 *
 * @throws Error if the product does not compile: a fault of the importer.
 */
export function repairDefaults(product: ProductInput): { product: ProductInput; valid: boolean } {
  for (let round = 0; ; round += 1) {
    const { product: compiled, problems } = compileProduct(product);
    if (!compiled) throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
    const engine = createEngine(compiled);
    const resolved = engine.resolve(noAnswers);
    const findRepair = () => {
      for (const issue of resolved.issues) {
        const repairs = findRepairs(engine, noAnswers, resolved, issue);
        // A repair may leave a question open, which a default cannot do.
        const repair = repairs.find(({ path, value }) => !path.includes('[') && !isEmpty(value));
        if (repair) return repair;
      }
      return undefined;
    };
    const repair = resolved.valid || round === MOST_ROUNDS ? undefined : findRepair();
    if (!repair) return { product, valid: resolved.valid };
    product = withDefault(product, repair);
  }
}

const isEmpty = (value: Repair['value']) => value === null || (Array.isArray(value) && value.length === 0);

const withDefault = (product: ProductInput, { path, value }: Repair): ProductInput => ({
  ...product,
  steps: product.steps.map((step) => ({
    ...step,
    features: step.features.map((feature) =>
      feature.id === path ? ({ ...feature, default: value } as typeof feature) : feature,
    ),
  })),
});
