import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageTag } from '../../src/text/language-tag.ts';
import { nearestLanguage } from '../../src/text/nearest-language.ts';
import { interfaceLanguage, interfaceLanguages, spokenLanguage } from '../../src/text/choose-language.ts';
import { nonsense } from './support/tags.ts';

describe('a tag', () => {
  it.each([
    ['nl', 'nl'],
    ['NL', 'nl'],
    ['nl-BE', 'nl-BE'],
    ['nl_NL', 'nl-NL'],
    ['NL_nl', 'nl-NL'],
    [' nl_NL\n', 'nl-NL'],
    ['nl_NL.UTF-8', 'nl-NL'],
    ['nl_NL@euro', 'nl-NL'],
    ['en-US@posix', 'en-US'],
    ['en_US_POSIX', 'en-US'],
    ['zh_Hans_CN', 'zh-Hans-CN'],
    ['zh-hant', 'zh-Hant'],
    ['zh_TW', 'zh-TW'],
    ['de_DE_formal', 'de-DE'],
    ['de-DE-x-formal', 'de-DE'],
    ['de-1996', 'de'],
    ['ca_ES@valencia', 'ca-ES'],
    ['es-419', 'es-419'],
    ['ar-u-nu-arab', 'ar'],
    ['nl-NL-u-nu-arab-ca-buddhist', 'nl-NL'],
    ['en-t-jp', 'en'],
    ['en-', 'en'],
    ['nl,en;q=0.8', 'nl'],
    ['deu', 'de'],
    ['iw_IL', 'he-IL'],
  ])('%j is %s', (written, tag) => expect(languageTag(written)).toBe(tag));

  it.each(nonsense)('%j is none', (written) => expect(languageTag(written)).toBeUndefined());
});

describe('the nearest language', () => {
  it.each([
    ['nl', ['en', 'nl'], 'nl'],
    ['nl-BE', ['nl', 'nl-NL', 'nl-BE'], 'nl-BE'],
    ['nl-BE', ['en', 'nl'], 'nl'],
    ['nl', ['en', 'nl-BE'], 'nl-BE'],
    ['nl_NL', ['en', 'nl-BE'], 'nl-BE'],
    ['nl-NL', ['nl_NL', 'nl'], 'nl_NL'],
    ['en-GB', ['en-US', 'en-GB'], 'en-GB'],
    ['en-US', ['en-GB', 'en'], 'en'],
    ['pt', ['pt-PT', 'pt-BR'], 'pt-BR'],
    ['zh-Hans-CN', ['zh-Hant', 'zh-Hans'], 'zh-Hans'],
    ['zh_CN', ['zh-TW', 'zh'], 'zh'],
    ['zh_TW', ['zh-Hans', 'zh-Hant'], 'zh-Hant'],
    ['zh_HK', ['zh-CN', 'zh-TW'], 'zh-TW'],
    ['zh_TW', ['en', 'zh'], 'zh'],
    ['sr-Latn', ['sr', 'sr-Latn-RS'], 'sr-Latn-RS'],
    ['nb_NO', ['en', 'no'], 'no'],
    ['no', ['nn', 'en'], 'nn'],
    ['he', ['iw'], 'iw'],
    ['nds', ['nl', 'de'], undefined],
    ['del', ['de'], undefined],
    ['und', ['en'], undefined],
    ['💥', ['💥', 'en'], undefined],
    ['constructor', ['constructor'], undefined],
  ])('to %s among %j: %s', (wanted, offered, nearest) =>
    expect(nearestLanguage(wanted, offered)).toBe(nearest),
  );
});

describe('the language spoken', () => {
  it.each([
    // The product's and ours.
    ['nl_NL', ['en', 'nl'], 'nl-NL', 'nl'],
    ['nl-BE', ['nl'], 'nl-BE', 'nl'],
    ['DE_at', ['en', 'de'], 'de-AT', 'de'],
    // Only ours.
    ['de', ['en'], 'de', 'de'],
    // Only the product's: numbers as there, and our own words in its first language, else in English.
    ['fr_CA', ['fr', 'nl'], 'fr-CA', 'en'],
    ['fr', ['nl', 'fr'], 'fr', 'nl'],
    ['ar-EG', ['ar'], 'ar-EG', 'en'],
    ['zh_Hans_CN', ['en', 'zh'], 'zh-Hans-CN', 'en'],
    // Nobody's: the product's first.
    ['fr', ['nl', 'en'], 'nl', 'nl'],
    ['💥', ['de', 'en'], 'de', 'de'],
    ['', ['fr', 'en'], 'fr', 'en'],
    ['C', ['nl_BE'], 'nl-BE', 'nl'],
    ['fr', ['x'], 'en', 'en'],
    ['fr', [], 'en', 'en'],
  ])('%j of %j: %s, and %s between', (wanted, own, spoken, between) => {
    expect(spokenLanguage(wanted, own)).toBe(spoken);
    expect(interfaceLanguage(spoken, own)).toBe(between);
  });

  it('is one that Intl takes and that somebody speaks, whatever is asked for', () => {
    const subtag = fc.oneof(
      fc.constantFrom(
        ...'nl NL de zh Hans Hant CN TW u nu arab ca x t formal POSIX 419 C und fr ar'.split(' '),
      ),
      fc.string({ maxLength: 9 }),
    );
    const separator = fc.constantFrom('-', '_', '.', '@', ' ', '');
    const wanted = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1000 }),
      fc.constantFrom(...nonsense),
      fc
        .array(fc.tuple(subtag, separator), { maxLength: 6 })
        .map((parts) => parts.flat().join('').slice(0, 100)),
    );
    const own = fc.array(fc.oneof(fc.constantFrom('en', 'nl', 'fr', 'ar', 'zh_TW', 'x', ''), fc.string()), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(wanted, own, (wanted, own) => {
        const spoken = spokenLanguage(wanted, own);
        expect(Intl.getCanonicalLocales(spoken)).toEqual([spoken]);
        expect(spoken).toMatch(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/);
        expect(nearestLanguage(spoken, [...own, ...interfaceLanguages])).toBeDefined();
        expect(interfaceLanguages).toContain(interfaceLanguage(spoken, own));
        expect(spokenLanguage(spoken, own)).toBe(spoken);
      }),
    );
  });
});
