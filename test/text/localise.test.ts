import { describe, expect, it } from 'vitest';
import { localise } from '../../src/text/localise.ts';

describe('localise', () => {
  const text = { en: 'Oak', nl: 'Eiken', 'nl-BE': 'Eik' };
  it.each([
    [['nl-BE'], 'Eik'],
    [['nl-NL'], 'Eiken'],
    [['nl_BE'], 'Eik'],
    [['NL'], 'Eiken'],
    [['fr', 'nl'], 'Eiken'],
    [['💥', '', 'nl_NL'], 'Eiken'],
    [['fr'], 'Oak'],
    [[], 'Oak'],
    [['constructor', '__proto__'], 'Oak'],
  ])('%j: %s', (languages, wanted) => expect(localise(text, languages)).toBe(wanted));

  it('takes another region or script where there is no nearer one', () => {
    const text = { en: 'Oak', 'nl-BE': 'Eik', 'zh-Hans': '橡木', 'zh-Hant': '橡樹' };
    expect(localise(text, ['nl-NL', 'en'])).toBe('Eik');
    expect(localise(text, ['zh_Hans_CN', 'en'])).toBe('橡木');
    expect(localise(text, ['zh_TW', 'en'])).toBe('橡樹');
    expect(localise(text, ['fr', 'de'])).toBe('Oak');
  });

  it('leaves one text for all languages as it is, and makes nothing of none', () => {
    expect(localise('Oak', ['nl'])).toBe('Oak');
    expect(localise(undefined, ['nl'])).toBe('');
    expect(localise({ de: '' }, ['de'])).toBe('');
  });
});
