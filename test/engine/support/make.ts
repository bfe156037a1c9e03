import type { ProductInput } from '../../../src/contract/product/product.ts';
import type { Answers } from '../../../src/contract/configuration/answers.ts';
import type { FeatureState } from '../../../src/contract/configuration/feature-state.ts';
import type { Issue } from '../../../src/contract/configuration/issue.ts';
import type { Selections } from '../../../src/contract/configuration/value.ts';
import { noAnswers } from '../../../src/engine/answers.ts';
import { readSelections } from '../../../src/configuration/read-selections.ts';
import { createEngine, type Engine } from '../../../src/engine/create-engine.ts';
import type { Resolved } from '../../../src/engine/resolved.ts';
import { findRepairs } from '../../../src/engine/repairs/find-repairs.ts';
import { compileProduct } from '../../../src/product-compiler/compile-product.ts';

/** A product with one step `main`, unless `steps` says otherwise. */
export type Sketch = Partial<ProductInput> & { features?: ProductInput['steps'][0]['features'] };

/** Publishes a sketch of a product and makes its engine; fails with the problems found. */
export function engineOf({ features, ...rest }: Sketch): Engine {
  const input: ProductInput = {
    id: 'sketch',
    version: '1',
    name: 'Sketch',
    currency: 'EUR',
    steps: [{ id: 'main', name: 'Main', features: features ?? [{ id: 'note', name: 'Note', type: 'text' }] }],
    ...rest,
  };
  const { product, problems } = compileProduct(input);
  const errors = problems.filter(({ level }) => level === 'error');
  if (!product || errors.length)
    throw new Error(errors.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return createEngine(product, () => '2026-06-15');
}

export interface Outcome {
  readonly resolved: Resolved;
  readonly answers: Answers;
  /** Paths of selections that the product could not read. */
  readonly unknown: string[];
  /** Path → state. */
  readonly at: (path: string) => FeatureState;
  /** `path code`, in order. */
  readonly issues: string[];
  readonly issue: (code: Issue['code']) => Issue;
}

/** Resolves what a shopper chose; issues come with their repairs. */
export function choose(engine: Engine, selections: Selections, quantity?: number): Outcome {
  const { answers, unknown } = readSelections(
    { ...noAnswers, ...(quantity !== undefined && { quantity }) },
    engine.product,
    selections,
    'user',
  );
  const resolved = engine.resolve(answers);
  return {
    resolved,
    answers,
    unknown,
    at: (path) => resolved.features.get(path)!,
    issues: resolved.issues.map(({ path, code }) => `${path} ${code}`),
    issue: (code) => {
      const found = resolved.issues.find((one) => one.code === code)!;
      return { ...found, repairs: findRepairs(engine, answers, resolved, found) };
    },
  };
}
