import type { Text } from '../../contract/product/text.ts';
import type { Params } from '../../text/fill-sentence.ts';
import type { InterfaceLanguage } from '../../text/choose-language.ts';
import type en from './en.ts';

/** The interface's sentences in one language. */
export type Sentences = Readonly<Record<keyof typeof en, string>>;

/** Everything that is said to the shopper, in one language. */
export interface Texts {
  /** The language spoken to the shopper, as a tag that Intl takes: "nl-BE". */
  readonly language: string;
  /** The language of the interface's sentences. */
  readonly interfaceLanguage: InterfaceLanguage;
  /** A sentence of the interface. `{name}` is filled from `params`; in "one|many", `n` picks. */
  readonly t: (key: keyof Sentences, params?: Params) => string;
  /** A text of the product. */
  readonly text: (text: Text | undefined) => string;
  /** A number: "1,200". */
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** Minor units as money: "€1,240.50". */
  readonly money: (minor: number, currency: { readonly currency: string; readonly digits: number }) => string;
}
