import type { Text } from '../contract/product/text.ts';
import { nearestLanguage } from './nearest-language.ts';

/**
 * The text in the language wanted, or the nearest to it (`nl` for `nl-BE`); else in the first fallback that it has; else in its
 * own first language. Empty without a text.
 *
 * @param languages the language wanted, then fallbacks: `[lang, ...product.languages]`.
 */
export function localise(text: Text | undefined, languages: readonly string[]): string {
  if (typeof text !== 'object' || !text) return text ?? '';
  for (const language of languages) {
    const tag = Object.hasOwn(text, language) ? language : nearestLanguage(language, Object.keys(text));
    if (tag !== undefined) return text[tag]!;
  }
  return Object.values(text)[0] ?? '';
}
