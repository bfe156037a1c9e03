import { languageTag } from './language-tag.ts';
import { nearestLanguage } from './nearest-language.ts';

/** The languages of Quotelet's own interface. */
export const interfaceLanguages = ['en', 'nl', 'de'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/**
 * The language to speak: the one wanted, if the product or Quotelet itself speaks it at all, else the product's first.
 *
 * @param wanted from a page, an address or a program; may be any text
 * @param own the product's languages
 * @returns a tag that Intl takes, without extensions: "nl-BE"
 */
export const spokenLanguage = (wanted: string, own: readonly string[]): string =>
  [wanted, ...own]
    .map(languageTag)
    .find((tag = '') => nearestLanguage(tag, [...own, ...interfaceLanguages])) ?? 'en';

/** The language of Quotelet's own sentences beside the product's texts: the one spoken, else the product's first, else English. */
export const interfaceLanguage = (spoken: string, [first = '']: readonly string[]): InterfaceLanguage =>
  nearestLanguage(spoken, interfaceLanguages) ?? nearestLanguage(first, interfaceLanguages) ?? 'en';
