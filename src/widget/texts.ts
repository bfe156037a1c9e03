import type { Text } from '../contract/text.ts';
import { localise } from '../configuration/localise.ts';
import type en from './languages/en.ts';

export type TextKey = keyof typeof en;
export type Params = Readonly<Record<string, string | number>>;

/** All that is said to the shopper, in one language. */
export interface Texts {
  /** As asked for, if Intl knows it: "nl-BE". */
  readonly language: string;
  /** A sentence of the interface. `{name}` is filled from `params`; with `n`, "one|many" picks by number. */
  readonly t: (key: TextKey, params?: Params) => string;
  /** A text of the product. */
  readonly text: (text: Text | undefined) => string;
  /** A number, perhaps with its unit: "1,200 mm". */
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** Minor units as money: "€1,240.50". */
  readonly money: (minor: number, currency: { readonly currency: string; readonly digits: number }) => string;
}

/** Each language is a chunk of its own; the base language (`nl` of `nl-BE`) decides, English where there is none. */
const languages: Readonly<Record<string, () => Promise<{ default: Readonly<Record<TextKey, string>> }>>> = {
  en: () => import('./languages/en.ts'),
  nl: () => import('./languages/nl.ts'),
  de: () => import('./languages/de.ts'),
};

/** Loads the interface in a language. `fallbacks` are the product's languages, for its own texts. */
export async function loadTexts(wanted: string, fallbacks: readonly string[]): Promise<Texts> {
  const [language = 'en'] = Intl.NumberFormat.supportedLocalesOf(wanted.replace(/[^\w-]/g, '') || 'en');
  const { default: sentences } = await (languages[language.slice(0, 2)] ?? languages['en']!)();

  const formats = new Map<string, Intl.NumberFormat>();
  const number: Texts['number'] = (value, options = { maximumFractionDigits: 3 }) => {
    const key = JSON.stringify(options);
    let format = formats.get(key);
    if (!format) formats.set(key, (format = new Intl.NumberFormat(language, options)));
    return format.format(value);
  };

  return {
    language,
    t(key, params = {}) {
      const [one = '', many = one] = sentences[key].split('|');
      return (params['n'] === 1 ? one : many).replace(
        /\{(\w+)\}/g,
        (_, name: string) => `${params[name] ?? ''}`,
      );
    },
    text: (text) => localise(text, [wanted, ...fallbacks]),
    number,
    money: (minor, { currency, digits }) =>
      number(minor / 10 ** digits, { style: 'currency', currency, minimumFractionDigits: digits }),
  };
}
