/** Language, script and region, with any separator. What follows (variants, extensions, an encoding) is dropped. `und` is no language. */
const TAG = /^\s*((?!und)[a-z]{2,3}([-_][a-z]{4})?([-_]([a-z]{2}|\d{3}))?)(?![a-z\d])/i;

/**
 * The language that a tag names, as Intl writes it, in all spellings of pages and systems: "nl_NL", "NL-nl", "nl_NL.UTF-8"
 * and "nl-NL-u-nu-arab" are "nl-NL". Extensions are left out on purpose: digits and calendars are not for a tag to choose.
 *
 * @returns undefined where it names no language: "", "C", "💥"
 */
export function languageTag(written: string): string | undefined {
  const tag = TAG.exec(written)?.[1];
  return tag && Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0];
}
