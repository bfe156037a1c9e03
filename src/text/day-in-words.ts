import { dateFormat } from './date-format.ts';
import { isDay } from '../contract/is-day.ts';
import type { InterfaceLanguage } from './choose-language.ts';

/** A day, `YYYY-MM-DD`, written out for a sentence of Quotelet's: the same day east and west of Greenwich. Other texts stay as they are. */
export const dayInWords = (day: string, language: string, words: InterfaceLanguage): string =>
  isDay(day) ? dateFormat(language, words, 'UTC').format(Date.parse(day)) : day;
