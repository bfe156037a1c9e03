import { dateFormat } from './date-format.ts';
import { isDay } from '../contract/is-day.ts';
import type { InterfaceLanguage } from './spoken-language.ts';

/** A day, `YYYY-MM-DD`, as it stands in a sentence of Quotelet's: the same day east and west of Greenwich. What is none stays as it is. */
export const dayInWords = (day: string, language: string, words: InterfaceLanguage): string =>
  isDay(day) ? dateFormat(language, words, 'UTC').format(Date.parse(day)) : day;
