import { dutch } from './texts-nl.mjs';
import { german } from './texts-de.mjs';

const language = document.documentElement.lang;
const texts = { nl: dutch, de: german }[language];

/** The shop's own sentence in the language of the page; what has no translation stays English. */
export const say = (english) => texts?.[english] ?? english;

/** Money as people of this language write it. */
export const money = (amount, currency) =>
  amount === null
    ? say('On request')
    : new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount);
