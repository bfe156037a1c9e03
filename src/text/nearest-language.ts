import { languageTag } from './language-tag.ts';

/** Parsed tags: parsing one costs more than all the rest of a text. */
const known = new Map<string, readonly string[]>();

/** The subtags of a tag and those that it implies, the language first: `zh-TW` is `zh`, `Hant`, `TW`. Empty where it names none. */
function partsOf(written: string): readonly string[] {
  let parts = known.get(written);
  if (!parts) {
    const tag = languageTag(written);
    // Both written forms of Norwegian match the common code, too.
    parts = tag
      ? [
          ...new Intl.Locale(tag)
            .maximize()
            .toString()
            .replace(/^n[bn]/, 'no')
            .split('-'),
          tag,
        ]
      : [];
    // Languages come from outside, so the cache is bounded.
    if (known.size > 999) known.clear();
    known.set(written, parts);
  }
  return parts;
}

/**
 * The one of the languages offered that is nearest to the one wanted: the same, or the same in another script or region.
 * For nl-BE that is nl-BE, else nl, else nl-NL.
 *
 * @returns undefined where none is of that language
 */
export function nearestLanguage<Offered extends string>(
  wanted: string,
  offered: readonly Offered[],
): Offered | undefined {
  const want = partsOf(wanted);
  let nearest: Offered | undefined;
  let most = 0;
  for (const one of offered) {
    const has = partsOf(one);
    const alike = has[0] === want[0] ? want.filter((part, index) => part === has[index]).length : 0;
    if (alike > most) [nearest, most] = [one, alike];
  }
  return nearest;
}
