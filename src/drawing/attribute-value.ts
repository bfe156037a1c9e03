/** Names that an attribute of a drawing may have. Never `style`, `class`, `id` or `on…`. */
const NAMES =
  /^([xy][12]?|[cr][xy]|r|width|height|points|d|fill|stroke(_(width|dasharray|linecap|linejoin))?|(fill_)?opacity|font_(size|weight)|text_anchor|dominant_baseline|preserve_aspect_ratio|href)$/;

/** Characters of colours, paths, points and keywords: no quote, no bracket but those of `rgb(…)`, so nothing can be fetched or run. */
const HARMLESS = /^(rgba?\()?[-#+.,%/\w\s]*\)?$/;

/** An https URL or a path: no other scheme, no `//host`, no port, no backslash. */
const HREF = /^(https:\/)?(?!\/\/)[-\w.~/%?=&+]*$/;

/** Rounded to thousandths: invisible digits make drawings longer, and different between machines. Undefined unless finite. */
export function thousandths(value: unknown): number | undefined {
  const rounded = Math.round((value as number) * 1000) / 1000;
  return typeof value === 'number' && Number.isFinite(rounded) ? rounded : undefined;
}

/**
 * A value as an SVG attribute may hold it: a number, finite and rounded; a text of harmless characters; a list of numbers and
 * letters, joined (for `points` and `d`). Undefined where it is not allowed: the attribute is left out.
 *
 * @param gradients values of fill and stroke besides colours: `url(#wood)`.
 */
export function attributeValue(
  name: string,
  value: unknown,
  gradients: readonly string[],
): string | number | undefined {
  if (!NAMES.test(name)) return undefined;
  if (Array.isArray(value)) value = value.map((part: unknown) => thousandths(part) ?? part).join(' ');
  if (typeof value !== 'string') return thousandths(value);
  return gradients.includes(value) || (name === 'href' ? HREF : HARMLESS).test(value) ? value : undefined;
}
