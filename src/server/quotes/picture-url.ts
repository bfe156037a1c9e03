import { pictureCode } from '../../configuration/picture-code.ts';
import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { CanonicalConfiguration } from '../../contract/configuration/canonical-configuration.ts';

/** The absolute URL of a configuration's picture: its drawing, else the product's own picture. Empty if there is neither. */
export function pictureUrl(
  product: PublishedProduct,
  configuration: CanonicalConfiguration,
  language: string,
  publicUrl: string,
): string {
  if (product.drawing) {
    const query = `c=${pictureCode(product, configuration)}&lang=${encodeURIComponent(language)}`;
    return `${publicUrl}/api/v1/products/${product.id}/drawing.svg?${query}`;
  }
  return product.image === undefined ? '' : (URL.parse(product.image, `${publicUrl}/`)?.href ?? '');
}
