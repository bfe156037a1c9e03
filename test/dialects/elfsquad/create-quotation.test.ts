import { expect, it } from 'vitest';
import { CreateQuotation } from '../../../src/contract/vendors/elfsquad.ts';
import { createQuotation } from '../../../src/dialects/elfsquad/create-quotation.ts';

it('is a JSON string with an id and nothing else', () => {
  const message = createQuotation('0198a1b2-0000-7000-8000-000000000001');
  expect(message).toBe('{"action":"createQuotation","argument":"0198a1b2-0000-7000-8000-000000000001"}');
  expect(CreateQuotation.parse(JSON.parse(message))).toEqual(JSON.parse(message));
});
