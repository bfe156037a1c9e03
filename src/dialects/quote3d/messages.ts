import type { Quote3dMessage } from '../../contract/vendors/quote3d.ts';
import type { ConfiguredProduct, SubmittedProduct } from '../dialect.ts';

/** There is a price. */
export const changed = (product: ConfiguredProduct): readonly Quote3dMessage[] =>
  product.total_price === null ? [] : [message('QUOTE3D_RESULT', product, null)];

/** There is a price, of what was stored under this id; on the cart path the shopper put it in the cart besides. */
export const submitted = (product: SubmittedProduct): readonly Quote3dMessage[] => [
  message('QUOTE3D_RESULT', product, product.id),
  ...(product.path === 'cart' ? [message('QUOTE3D_ADD_TO_CART', product, product.id)] : []),
];

function message(
  type: Quote3dMessage['type'],
  { total_price, currency, inWords, quantity, image, file_name, weight }: ConfiguredProduct,
  quoteId: string | null,
): Quote3dMessage {
  const fields = {
    quoteId,
    totalPrice: total_price,
    currency,
    material: inWords('material'),
    technology: inWords('technology'),
    quantity,
    thumbnailUrl: image || null,
    fileName: file_name,
    weight,
    filamentWeight: weight,
  };
  return { type, ...fields, data: fields };
}
