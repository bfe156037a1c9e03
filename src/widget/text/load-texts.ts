import type { Text } from '../../contract/product/text.ts';
import { fillSentence, type Params } from '../../text/fill-sentence.ts';
import { localise } from '../../text/localise.ts';
import { numberFormat } from '../../text/number-format.ts';
import { interfaceLanguage, spokenLanguage, type InterfaceLanguage } from '../../text/spoken-language.ts';
import type en from './en.ts';

export type TextKey = keyof typeof en;

/** All that is said to the shopper, in one language. */
export interface Texts {
  /** The one spoken, as a tag that Intl takes: "nl-BE". */
  readonly language: string;
  /** That of the interface's sentences. */
  readonly interfaceLanguage: InterfaceLanguage;
  /** A sentence of the interface. `{name}` is filled from `params`; with `n`, "one|many" picks by number. */
  readonly t: (key: TextKey, params?: Params) => string;
  /** A text of the product. */
  readonly text: (text: Text | undefined) => string;
  /** A number: "1,200". */
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** Minor units as money: "€1,240.50". */
  readonly money: (minor: number, currency: { readonly currency: string; readonly digits: number }) => string;
}

/** Each language is a chunk of its own. */
const languages: Readonly<
  Record<InterfaceLanguage, () => Promise<{ default: Readonly<Record<TextKey, string>> }>>
> = {
  en: () => import('./en.ts'),
  nl: () => import('./nl.ts'),
  de: () => import('./de.ts'),
};

/**
 * Loads the interface in a language.
 *
 * @param wanted as the page has it; may be anything
 * @param own the product's languages
 */
export async function loadTexts(wanted: string, own: readonly string[]): Promise<Texts> {
  const language = spokenLanguage(wanted, own);
  const ours = interfaceLanguage(language, own);
  const { default: sentences } = await languages[ours]();

  const formats = new Map<string, Intl.NumberFormat>();
  const number: Texts['number'] = (value, options = { maximumFractionDigits: 3 }) => {
    const key = JSON.stringify(options);
    let format = formats.get(key);
    if (!format) formats.set(key, (format = numberFormat(language, options)));
    return format.format(value);
  };

  return {
    language,
    interfaceLanguage: ours,
    t: (key, params) => fillSentence(sentences[key], params),
    text: (text) => localise(text, [language, ...own]),
    number,
    money: (minor, { currency, digits }) =>
      number(minor / 10 ** digits, { style: 'currency', currency, minimumFractionDigits: digits }),
  };
}
