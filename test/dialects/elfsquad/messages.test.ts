import { expect, it } from 'vitest';
import { CreateQuotation } from '../../../src/contract/vendors/elfsquad.ts';
import { submitted } from '../../../src/dialects/elfsquad/messages.ts';
import { submittedProduct } from '../support/events.ts';

it('is a JSON string with an id and nothing else', () => {
  const [message, ...more] = submitted(submittedProduct({ id: '0198a1b2-0000-7000-8000-000000000001' }));
  expect(more).toEqual([]);
  expect(message).toBe('{"action":"createQuotation","argument":"0198a1b2-0000-7000-8000-000000000001"}');
  expect(CreateQuotation.parse(JSON.parse(message!))).toEqual(JSON.parse(message!));
});

it('is silent where nothing was stored', () => {
  expect(submitted(submittedProduct({ id: null }))).toEqual([]);
});
