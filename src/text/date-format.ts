import { nearestLanguage } from './nearest-language.ts';
import type { InterfaceLanguage } from './spoken-language.ts';

/**
 * How dates are written among Quotelet's own words: "27 November 2026". Of the calendar that date fields have, whatever a
 * country's own.
 *
 * @param language the one spoken; it decides where those words are in it: en-US writes "November 27, 2026"
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
