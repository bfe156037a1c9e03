import type { MessageDialect } from '../dialect.ts';
import { cartActionMessage } from './cart-action-message.ts';

/** The companion writes the message itself where it is asked at all, so this is the cart path without one. */
export const messages: MessageDialect = {
  submitted: (product) => [cartActionMessage(product)],
};
