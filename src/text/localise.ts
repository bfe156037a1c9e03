import type { Text } from '../contract/product/text.ts';
import { nearestLanguage } from './nearest-language.ts';

/**
 * The text in the language wanted, or the nearest to it that the text has (`nl` for `nl-BE`); in the first fallback that it
 * has, else in its own first language. Empty for no text.
 *
 * @param languages what is wanted first, then fallbacks: `[lang, ...product.languages]`.
 */
export function localise(text: Text | undefined, languages: readonly string[]): string {
  if (typeof text !== 'object' || !text) return text ?? '';
  for (const language of languages) {
    const tag = Object.hasOwn(text, language) ? language : nearestLanguage(language, Object.keys(text));
    if (tag !== undefined) return text[tag]!;
  }
  return Object.values(text)[0] ?? '';
}
