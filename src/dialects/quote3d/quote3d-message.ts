import type { Quote3dFields, Quote3dMessage } from '../../contract/vendors/quote3d.ts';

/** What a message of the Quote3D dialect is made from. `weight` in grams. */
export type Quote3dResult = Omit<Quote3dFields, 'filamentWeight'>;

/** Message of the Quote3D dialect: there is a price, or the shopper put it in the cart. */
export function quote3dMessage(type: Quote3dMessage['type'], result: Quote3dResult): Quote3dMessage {
  const fields = { ...result, filamentWeight: result.weight };
  return { type, ...fields, data: fields };
}
