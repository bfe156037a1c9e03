import de from '../../../text/issue-sentences/de.ts';
import en from '../../../text/issue-sentences/en.ts';
import nl from '../../../text/issue-sentences/nl.ts';
import type { InterfaceLanguage } from '../../../text/choose-language.ts';

/** The companion's sentences about a submission: those that the browser has for a configuration, and one for what only a companion finds. */
export const sentences = {
  en: {
    ...en,
    unknown_upload: 'This file is not (or no longer) here; please upload it again',
  },
  nl: {
    ...nl,
    unknown_upload: 'Dit bestand is er niet (meer); upload het opnieuw',
  },
  de: {
    ...de,
    unknown_upload: 'Diese Datei ist nicht (mehr) da; bitte laden Sie sie erneut hoch',
  },
} satisfies Readonly<Record<InterfaceLanguage, Readonly<Record<string, string>>>>;
