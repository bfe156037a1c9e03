import { expect, it } from 'vitest';
import { CreateQuotation } from '../../../src/contract/vendors/elfsquad.ts';
import { messages } from '../../../src/dialects/elfsquad/messages.ts';
import { submittedProduct } from '../support/events.ts';

it('is a JSON string with an id and nothing else', () => {
  const id = '0198a1b2-0000-7000-8000-000000000001';
  const [message, ...more] = messages.submitted(submittedProduct({ id }));
  expect(more).toEqual([]);
  expect(message).toBe(`{"action":"createQuotation","argument":"${id}"}`);
  expect(CreateQuotation.parse(JSON.parse(message as string))).toEqual(JSON.parse(message as string));
});

it('is silent where nothing was stored', () => {
  expect(messages.submitted(submittedProduct({ id: null }))).toEqual([]);
});
