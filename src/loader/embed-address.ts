/**
 * Where the document is that an iframe shows.
 *
 * @param base of the companion or of a static host, with a slash at its end
 * @param src a product file, as the page writes it; it goes before the product
 */
export function embedAddress(base: string, product: string, src: string | null | undefined): URL {
  const file = src && `index.html?src=${encodeURIComponent(new URL(src, document.baseURI).href)}`;
  return new URL(`embed/${file || encodeURIComponent(product)}`, base);
}
