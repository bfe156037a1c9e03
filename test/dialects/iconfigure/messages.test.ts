import { expect, it } from 'vitest';
import { CartActionMessage, QuotationMessage } from '../../../src/contract/vendors/iconfigure.ts';
import { messageAbout, submitted } from '../../../src/dialects/iconfigure/messages.ts';
import { addedToCart, quotationCreated, submittedProduct } from '../support/events.ts';

const cartAction = {
  name: 'cart.action',
  state: 'finished',
  button_id: 'cart',
  productId: 'table',
  product_id: 'table',
  dealer_id: null,
  dealer_product_id: null,
  language: 'NL',
  extra_fields: {},
  items: addedToCart().data.items,
};

it('tells the page about a quotation', () => {
  const message = messageAbout(quotationCreated());
  expect(message).toEqual({
    name: 'quotation',
    state: 'finished',
    productId: 'table',
    total: 1250.5,
    quotation_id: 'a-uuid',
    pdf_url: 'https://quotes.example/quotations/a-uuid',
  });
  expect(QuotationMessage.parse(message)).toEqual(message);
});

it('tells the page about a cart action', () => {
  const message = messageAbout(addedToCart({ button_id: null, dealer_id: 'd1', language: 'de' }));
  expect(message).toEqual({ ...cartAction, button_id: null, dealer_id: 'd1', language: 'DE' });
  expect(CartActionMessage.parse(message)).toEqual(message);
});

it('says the same where the browser alone knows of it', () => {
  const messages = submitted(submittedProduct({ extra_fields: { note: 'Ring twice' } }));
  expect(messages).toEqual([{ ...cartAction, extra_fields: { quantity: 2, note: 'Ring twice' } }]);
  expect(CartActionMessage.parse(messages[0])).toEqual(messages[0]);
});
