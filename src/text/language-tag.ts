/** Language, script and region, however they are joined; what follows (variants, extensions, an encoding) is left. `und` is no language. */
const TAG = /^\s*((?!und)[a-z]{2,3}([-_][a-z]{4})?([-_]([a-z]{2}|\d{3}))?)(?![a-z\d])/i;

/**
 * The language that a tag names, as Intl writes it, however pages, systems and programs spell it: "nl_NL", "NL-nl", "nl_NL.UTF-8"
 * and "nl-NL-u-nu-arab" are "nl-NL". Extensions are left out on purpose: digits and calendars are not for a tag to choose.
 *
 * @returns undefined for what names none: "", "C", "💥"
 */
export function languageTag(written: string): string | undefined {
  const tag = TAG.exec(written)?.[1];
  return tag && Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0];
}
