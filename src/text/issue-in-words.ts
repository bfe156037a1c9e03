import type { PublishedFeature } from '../contract/published/published-feature.ts';
import type { PublishedProduct } from '../contract/published/published-product.ts';
import type { Issue } from '../contract/configuration/issue.ts';
import type { Text } from '../contract/product/text.ts';
import { dayInWords } from './day-in-words.ts';
import type { Params } from './fill-sentence.ts';
import type { IssueSentences } from './issue-sentences/issue-sentences.ts';
import { shownLimit } from './shown-limit.ts';
import type { InterfaceLanguage } from './choose-language.ts';
import { unitSuffix } from './unit-suffix.ts';

/** How a shopper is addressed: everything that `issueInWords` needs of a language. */
export interface Speech {
  /** A tag that Intl takes. */
  readonly language: string;
  /** The language of the sentences. */
  readonly interfaceLanguage: InterfaceLanguage;
  readonly t: (key: keyof IssueSentences, params: Params) => string;
  /** A text of the product. */
  readonly text: (text: Text | undefined) => string;
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string;
}

/** The subject of an issue: a feature, or something with only a name: a step, a price line, the product. */
export type About = Partial<Pick<PublishedFeature, 'name' | 'unit' | 'display_unit' | 'scale' | 'decimals'>>;

/** @param feature the feature at the path of the issue, if there is one */
export const aboutIssue = (
  { path, params: { line } = {} }: Pick<Issue, 'path' | 'params'>,
  { name, prices, steps }: Pick<PublishedProduct, 'name' | 'prices' | 'steps'>,
  feature: About | undefined,
): About =>
  line
    ? { name: prices.find(({ id }) => id === line)?.name ?? name }
    : (feature ?? steps.find(({ id }) => id === path) ?? {});

/**
 * The text of an issue for the shopper: the product's own reason, else the sentence for its code. Limits are in the unit shown
 * and days written out; ids never appear.
 */
export function issueInWords(
  { code, reason, params: { min, max, step, line } = {} }: Pick<Issue, 'code' | 'reason' | 'params'>,
  about: About,
  speech: Speech,
): string {
  const { language, interfaceLanguage, t, text, number } = speech;
  const { unit, display_unit: shownIn = unit, scale = 1 } = about;
  const inUnit = (value: number, of = shownIn) =>
    number(value, { maximumFractionDigits: 6 }) + unitSuffix(of);
  const limit = (value: string | number | undefined, inside: 'up' | 'down') =>
    typeof value === 'number'
      ? inUnit(shownLimit(about, value, inside))
      : dayInWords(value ?? '', language, interfaceLanguage);
  /** In the base unit, where the unit shown has no plain number for it: 1 mm is 0.03937 in. */
  const multiple = (value: number) => {
    const shown = shownLimit(about, value, 'up');
    return Math.abs(shown * scale - value) < 1e-6 ? inUnit(shown) : inUnit(value, unit);
  };
  return (
    text(reason) ||
    t(line ? 'no_price' : code === 'message' ? 'constraint' : code, {
      name: text(about.name),
      min: limit(min, 'up'),
      max: limit(max, 'down'),
      step: typeof step === 'number' ? multiple(step) : '',
      n: Number(max ?? min),
    })
  );
}
