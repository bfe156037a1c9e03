import { readLength } from '../../text/read-length.ts';
import { readNumber } from '../../text/read-number.ts';
import { unitSuffix } from '../../text/unit-suffix.ts';
import type { FeatureState } from '../../contract/configuration/feature-state.ts';
import type { Reading } from '../state/drafts.ts';
import type { Texts } from '../text/texts.ts';

/** Reads a number with units, separators or fractions, or in feet and inches. Plain digits never come here. */
export function parseNumber(text: string, { feature, min, max }: FeatureState, texts: Texts): Reading {
  const { unit = 'none', display_unit: displayUnit = unit, decimals = 0 } = feature;
  const decimalSign = /[.,]/.exec(texts.number(0.5))?.[0] ?? '.';
  const format = { unit, displayUnit, decimals, min, max, decimalSign };
  const inWords = (value: number) => texts.number(value) + unitSuffix(unit);
  const entry = readNumber(text, format);
  if ('ask' in entry) return { value: null, ask: entry.ask.map((value) => [value, inWords(value)]) };
  const value = 'value' in entry ? entry.value : readLength(text, format);
  return value === undefined ? { value: null, ask: [] } : { value, echo: inWords(value) };
}
