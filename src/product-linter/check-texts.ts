import * as defaults from '../contract/product/defaults.ts';
import { closest } from '../product-compiler/names/closest.ts';
import type { CompileContext } from '../product-compiler/compile-context.ts';

/** Keys of texts that shoppers read. */
const textual: ReadonlySet<string> = new Set([
  ...['name', 'help', 'reason', 'text', 'title', 'item_name', 'description', 'placeholder', 'pattern_help'],
]);
/** Keys of what merchants may fill as they like. */
const free: ReadonlySet<string> = new Set(['private', 'custom_properties', 'attributes']);

/** Warns of texts that lack a language of the product, or have one that it does not list: the shopper would see another. */
export function checkTexts(context: CompileContext): void {
  const languages = context.input.languages ?? defaults.languages;
  visit(context.input, '', languages, context);
}

function visit(value: unknown, path: string, languages: readonly string[], context: CompileContext): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (free.has(key)) continue;
    const inside = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    const isText = textual.has(key) && typeof inner === 'object' && inner !== null && !Array.isArray(inner);
    if (isText) checkText(Object.keys(inner as object), inside, languages, context);
    else visit(inner, inside, languages, context);
  }
}

function checkText(
  has: readonly string[],
  path: string,
  languages: readonly string[],
  context: CompileContext,
): void {
  const missing = languages.filter((language) => !has.includes(language) && !has.includes(base(language)));
  if (missing.length > 0) {
    context.warn(path, `the text is not there in ${missing.join(', ')}`, `add "${missing[0]!}": "…"`);
  }
  for (const language of has.filter(
    (one) => !languages.some((known) => known === one || base(known) === one),
  )) {
    const meant = closest(language, missing);
    const hint = meant === undefined ? 'add it to "languages", or leave it out' : `did you mean "${meant}"?`;
    context.warn(`${path}.${language}`, `"${language}" is not a language of the product`, hint);
  }
}

/** The base language of a tag: `nl` of `nl-BE`. */
const base = (language: string) => language.split('-')[0]!;
