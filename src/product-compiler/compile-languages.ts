import * as defaults from '../contract/product/defaults.ts';
import type { ProductInput } from '../contract/product/product.ts';

/** The languages of a product: those it lists, and those that its name is in, should the list be forgotten. */
export function compileLanguages({ languages, name }: ProductInput): string[] {
  const ofName = typeof name === 'object' ? Object.keys(name ?? {}) : [];
  return [...new Set([...(languages ?? defaults.languages), ...ofName])];
}
