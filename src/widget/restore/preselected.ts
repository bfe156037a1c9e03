import type { PublishedFeature } from '../../contract/published/published-feature.ts';
import type { Answers } from '../../contract/configuration/answers.ts';
import type { FeatureState } from '../../contract/configuration/feature-state.ts';
import type { Value } from '../../contract/configuration/value.ts';
import { noAnswers } from '../../engine/answers.ts';
import type { Engine } from '../../engine/create-engine.ts';
import { readLength } from '../../text/read-length.ts';
import { readNumber } from '../../text/read-number.ts';
import { keepDecimals } from '../../expressions/rounding.ts';
import { selectAnswers } from '../state/select-answers.ts';

/**
 * Answers as an address spells them: `width=90 cm`, `wood=oak`, `lights=yes`, `extras=oil,wax`, `colour=own:RAL 7016`, `quantity=3`.
 * Features that the product lacks, and values that cannot be read for certain, are left out and listed in `unread`.
 */
export function preselected(
  engine: Engine,
  given: Readonly<Record<string, string>>,
): { readonly answers: Answers; readonly unread: readonly string[] } {
  const states = engine.resolve(noAnswers).features;
  const unread: string[] = [];
  const entries = Object.entries(given).flatMap(([id, text]): [string, Value][] => {
    if (id === 'quantity' && /^\d+$/.test(text)) return [[id, Number(text)]];
    const state = states.get(id);
    // A feature that does not exist is reported as in any other selection.
    const [value, whole = value !== undefined] = state ? read[state.feature.type](text, state) : [text, true];
    if (!whole) unread.push(id);
    return value === undefined ? [] : [[id, value]];
  });
  const { answers, unread: others = [] } = selectAnswers(engine, noAnswers, Object.fromEntries(entries));
  return { answers, unread: [...unread, ...others] };
}

/** The value, undefined if it cannot be read, and whether it is everything that was written. */
type ReadValue = readonly [value: Value | undefined, whole?: boolean];

const hasOption = ({ options }: PublishedFeature, wanted: string) =>
  !!options?.some(({ id }) => id === wanted);

const asBoolean = (text: string) =>
  /^(yes|true|1)$/i.test(text) ? true : /^(no|false|0)$/i.test(text) ? false : undefined;

/** With a decimal point, whatever the language: addresses are written by programs. */
const PLAIN = /^-?\d+(\.\d+)?$/;

const read: Readonly<Record<PublishedFeature['type'], (text: string, state: FeatureState) => ReadValue>> = {
  choice(text, { feature }) {
    if (hasOption(feature, text)) return [text];
    return [feature.own && /^own:./s.test(text) ? { own: text.slice(4) } : undefined];
  },
  multi_choice(text, { feature }) {
    const wanted = text.split(',').filter(Boolean);
    const ids = new Set(feature.options?.map(({ id }) => id));
    const known = wanted.filter((id) => ids.has(id));
    return [known, known.length === wanted.length];
  },
  yes_no: (text) => [asBoolean(text)],
  number(text, { feature, min, max }) {
    const { unit = 'none', display_unit: displayUnit = unit, scale = 1, decimals = 0 } = feature;
    if (PLAIN.test(text)) return [keepDecimals(Number(text) * scale, decimals)];
    const format = { unit, displayUnit, decimals, min, max, decimalSign: '.' };
    const entry = readNumber(text, format);
    if ('ask' in entry) return [undefined];
    return ['value' in entry ? entry.value : readLength(text, format)];
  },
  text: (text) => [text],
  date: (text) => [text],
  file: () => [undefined],
  computed: () => [undefined],
  hidden(text, { feature: { value_type } }) {
    if (value_type === 'boolean') return [asBoolean(text)];
    return [value_type !== 'number' ? text : PLAIN.test(text) ? Number(text) : undefined];
  },
};
