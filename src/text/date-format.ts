import { nearestLanguage } from './nearest-language.ts';
import type { InterfaceLanguage } from './choose-language.ts';

/**
 * How dates are written in Quotelet's own sentences: "27 November 2026". Always in the calendar of date fields, whatever that of
 * the country.
 *
 * @param language the one spoken; where the words are in that language, its region decides: en-US writes "November 27, 2026"
 * @param timeZone default: that of the machine
 */
export const dateFormat = (
  language: string,
  words: InterfaceLanguage,
  timeZone?: 'UTC',
): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(nearestLanguage(language, [words]) ? language : words, {
    dateStyle: 'long',
    calendar: 'gregory',
    ...(timeZone && { timeZone }),
  });
