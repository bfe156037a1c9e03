import fc from 'fast-check';
import { expect, it } from 'vitest';
import { phoneNumber } from '../../../src/dialects/iconfigure/phone-number.ts';

it.each([
  ['612345678', 612345678],
  ['612 34-56.78', 612345678],
  ['0612345678', '0612345678'],
  ['+31612345678', '+31612345678'],
  ['', null],
  ['  ', null],
  ['99999999999999999999', '99999999999999999999'],
  ['0', 0],
  ['00', '00'],
])('%j → %j', (phone, sent) => {
  expect(phoneNumber(phone)).toBe(sent);
});

it('never loses a digit', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\+?[0-9 ()./-]{1,24}$/), (phone) => {
      const digits = (text: string): string => text.replace(/\D/g, '');
      const sent = phoneNumber(phone);
      expect(digits(String(sent ?? ''))).toBe(digits(phone));
    }),
  );
});
