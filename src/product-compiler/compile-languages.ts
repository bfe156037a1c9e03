import type { ProductInput } from '../contract/product/product.ts';

/** The languages that a product speaks: those it lists, and those that its name is in, should the list be forgotten. */
export function compileLanguages({ languages = ['en'], name }: ProductInput): string[] {
  return [...new Set([...languages, ...(typeof name === 'object' ? Object.keys(name ?? {}) : [])])];
}
