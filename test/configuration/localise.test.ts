import { describe, expect, it } from 'vitest';
import { localise } from '../../src/configuration/localise.ts';

describe('localise', () => {
  const text = { en: 'Oak', nl: 'Eiken', 'nl-BE': 'Eik' };
  it.each([
    [['nl-BE'], 'Eik'],
    [['nl-NL'], 'Eiken'],
    [['fr', 'nl'], 'Eiken'],
    [['fr'], 'Oak'],
    [[], 'Oak'],
    [['constructor', '__proto__'], 'Oak'],
  ])('%j: %s', (languages, wanted) => expect(localise(text, languages)).toBe(wanted));

  it('leaves one text for all languages as it is, and makes nothing of none', () => {
    expect(localise('Oak', ['nl'])).toBe('Oak');
    expect(localise(undefined, ['nl'])).toBe('');
    expect(localise({ de: '' }, ['de'])).toBe('');
  });
});
