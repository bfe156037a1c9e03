/** Where the companion serves a product. @param base of the companion, with a trailing slash */
export const productUrl = (base: string, product: string): string =>
  new URL('api/v1/products/' + encodeURIComponent(product), base).href;
