import type { Text } from '../../contract/product/text.ts';
import { localise } from '../../text/localise.ts';

/** "Legs: Steel" in every language that one of the texts has. */
export function joinTexts(feature: Text, option: Text, languages: readonly string[]): Text {
  if (typeof feature === 'string' && typeof option === 'string') return `${feature}: ${option}`;
  const all = new Set(
    [feature, option].flatMap((text) => (typeof text === 'string' ? [] : Object.keys(text))),
  );
  const join = (language: string) =>
    [feature, option].map((text) => localise(text, [language, ...languages])).join(': ');
  return Object.fromEntries([...all].map((language) => [language, join(language)]));
}
