import type { Quote3dMessage } from '../../contract/vendors/quote3d.ts';
import type { ConfiguredProduct, MessageDialect } from '../dialect.ts';

/** A result after a change and, with the id of what was stored, after a submission; on the cart path, an add-to-cart message as well. */
export const messages: MessageDialect = {
  changed: (product) => [message('QUOTE3D_RESULT', product, null)],
  submitted: (product) => [
    message('QUOTE3D_RESULT', product, product.id),
    ...(product.path === 'cart' ? [message('QUOTE3D_ADD_TO_CART', product, product.id)] : []),
  ],
};

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
