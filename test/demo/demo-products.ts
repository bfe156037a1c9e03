import { readFileSync } from 'node:fs';
import { noAnswers } from '../../src/engine/answers.ts';
import { createEngine, type Engine } from '../../src/engine/create-engine.ts';
import type { Resolved } from '../../src/engine/resolved.ts';
import { readSelections } from '../../src/configuration/read-selections.ts';
import type { Selections } from '../../src/contract/configuration/value.ts';
import { checkProduct } from '../../src/product-linter/file/check-product.ts';

export const demoProducts = ['oak-table', 'lift-slide-door', 'roller-blind', 'printed-part'] as const;
export type DemoProduct = (typeof demoProducts)[number];

/** The product file as a merchant sees it. */
export const readDemo = (id: DemoProduct): unknown =>
  JSON.parse(readFileSync(new URL(`../../demo/products/${id}.json`, import.meta.url), 'utf8'));

/** An engine for a demo product, checked as the companion checks it. */
export function demoEngine(id: DemoProduct): Engine {
  const { product, problems } = checkProduct(readDemo(id));
  if (!product) throw new Error(JSON.stringify(problems));
  return createEngine(product);
}

/** What becomes of selections that a shopper made. */
export function choose(engine: Engine, select: Selections = {}, quantity?: number): Resolved {
  const { answers, unknown } = readSelections(noAnswers, engine.product, select, 'user');
  if (unknown.length) throw new Error(`${engine.product.id} has no ${unknown.join(', ')}`);
  return engine.resolve(quantity === undefined ? answers : { ...answers, quantity });
}
