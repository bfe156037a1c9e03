import { describe, expect, it } from 'vitest';
import { MessageDialect } from '../../src/contract/vendors/message-dialect.ts';
import { messageDialects } from '../../src/dialects/message-dialects.ts';
import { messageInAnswer, messageWriters } from '../../src/dialects/message-in-answer.ts';
import { inAnswer } from '../../src/dialects/in-answer.ts';
import { onChange } from '../../src/dialects/on-change.ts';
import { addedToCart } from './support/events.ts';

describe('the lists of dialects', () => {
  it('hold every dialect that a product can list', () => {
    const spoken = [...Object.keys(inAnswer), ...Object.keys(messageDialects)];
    expect(spoken.sort()).toEqual([...MessageDialect.options].sort());
  });

  it('name those that speak on a change', () => {
    const changing = Object.keys(messageDialects).filter((name) => messageDialects[name]!.changed);
    expect(changing).toEqual(onChange);
  });

  it('name those that the companion speaks for', () => {
    expect(Object.keys(inAnswer)).toEqual(Object.keys(messageWriters));
  });
});

it('goes with the answer in the first dialect that has one', () => {
  expect(messageInAnswer(['quote3d', 'iconfigure'], addedToCart())).toMatchObject({ name: 'cart.action' });
  expect(messageInAnswer(['quote3d'], addedToCart())).toBeNull();
  expect(messageInAnswer([], addedToCart())).toBeNull();
});
