import type { Text } from '../contract/text.ts';

/**
 * The text in the language wanted: exactly (`nl-BE`), by its base (`nl`), in the first fallback that has it, else in
 * the first language the text has. Empty for no text.
 *
 * @param languages what is wanted first, then fallbacks: `[lang, ...product.languages]`.
 */
export function localise(text: Text | undefined, languages: readonly string[]): string {
  if (typeof text !== 'object' || !text) return text ?? '';
  for (const language of languages)
    for (const tag of [language, language.split('-')[0]!]) if (Object.hasOwn(text, tag)) return text[tag]!;
  return Object.values(text)[0] ?? '';
}
