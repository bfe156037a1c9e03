import { fillSentence } from '../../text/fill-sentence.ts';
import { localise } from '../../text/localise.ts';
import { numberFormat } from '../../text/number-format.ts';
import { interfaceLanguage, spokenLanguage, type InterfaceLanguage } from '../../text/choose-language.ts';
import type { Sentences, Texts } from './texts.ts';

/** A chunk for each language. */
const languages: Readonly<Record<InterfaceLanguage, () => Promise<{ default: Sentences }>>> = {
  en: () => import('./en.ts'),
  nl: () => import('./nl.ts'),
  de: () => import('./de.ts'),
};

/**
 * Loads the interface in a language.
 *
 * @param wanted as the page writes it, which may be anything
 * @param own the product's languages
 */
export async function loadTexts(wanted: string, own: readonly string[]): Promise<Texts> {
  const language = spokenLanguage(wanted, own);
  const chosen = interfaceLanguage(language, own);
  const { default: sentences } = await languages[chosen]();

  const formats = new Map<string, Intl.NumberFormat>();
  const number: Texts['number'] = (value, options = { maximumFractionDigits: 3 }) => {
    const key = JSON.stringify(options);
    let format = formats.get(key);
    if (!format) formats.set(key, (format = numberFormat(language, options)));
    return format.format(value);
  };

  return {
    language,
    interfaceLanguage: chosen,
    t: (key, params) => fillSentence(sentences[key], params),
    text: (text) => localise(text, [language, ...own]),
    number,
    money: (minor, { currency, digits }) =>
      number(minor / 10 ** digits, { style: 'currency', currency, minimumFractionDigits: digits }),
  };
}
