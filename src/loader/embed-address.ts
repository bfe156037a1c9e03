/**
 * The address of the document that an iframe shows.
 *
 * @param base of the companion or of a static host, with a trailing slash
 * @param src a product file, as the page writes it; takes precedence over the product
 */
export function embedAddress(base: string, product: string, src: string | null | undefined): URL {
  const file = src && `index.html?src=${encodeURIComponent(new URL(src, document.baseURI).href)}`;
  return new URL(`embed/${file || encodeURIComponent(product)}`, base);
}
