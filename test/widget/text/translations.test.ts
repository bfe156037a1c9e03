import { expect, test } from 'vitest';
import de from '../../../src/widget/text/de.ts';
import en from '../../../src/widget/text/en.ts';
import nl from '../../../src/widget/text/nl.ts';

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

test.each([
  ['nl', nl],
  ['de', de],
])('%s has all sentences that English has, with the same placeholders', (_, texts) => {
  expect(Object.keys(texts).toSorted()).toEqual(Object.keys(en).toSorted());
  for (const [key, text] of Object.entries(texts)) {
    expect(text.trim(), key).not.toBe('');
    const [one = '', many = one] = text.split('|');
    const [oneEn = '', manyEn = oneEn] = en[key as keyof typeof en].split('|');
    expect(placeholders(one), key).toEqual(placeholders(oneEn));
    expect(placeholders(many), key).toEqual(placeholders(manyEn));
  }
});
