import type { CartActionMessage } from '../../contract/vendors/iconfigure.ts';
import { extraFields, languageCode, type Submission } from './submission-fields.ts';

/** The message about a configuration put in the cart, from the companion or the browser. Source: public integrations. */
export const cartActionMessage = (submission: Submission): CartActionMessage => ({
  name: 'cart.action',
  state: 'finished',
  button_id: submission.button_id,
  productId: submission.product_id,
  product_id: submission.product_id,
  dealer_id: submission.dealer_id ?? null,
  dealer_product_id: submission.dealer_product_id ?? null,
  language: languageCode(submission.language),
  extra_fields: extraFields(submission),
  items: submission.items,
});
