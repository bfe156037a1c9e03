import type { MessageDialect } from '../dialect.ts';
import { cartActionMessage } from './cart-action-message.ts';

/** With a companion, the companion writes the message; this is for the cart path without one. */
export const messages: MessageDialect = {
  submitted: (product) => [cartActionMessage(product)],
};
