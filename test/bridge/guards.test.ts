import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventMessage, Hello, Pair, PortMessage } from '../../src/contract/bridge/bridge.ts';
import { isHello, isPair, isPortMessage } from '../../src/bridge/guards.ts';
import { isEventMessage } from '../../src/host/is-event-message.ts';
import { vectors } from './support/vectors.ts';

// Browsers run the guards, the contract is the schemas: both read the same examples.

const lists = [
  { list: 'hello', schema: Hello, guard: isHello },
  { list: 'pair', schema: Pair, guard: isPair },
  // Ids that do not grow are refused by the port, which counts them.
  { list: 'portMessage', schema: PortMessage, guard: undefined },
  { list: 'event', schema: EventMessage, guard: isEventMessage },
] as const;

for (const { list, schema, guard } of lists)
  describe(list, () => {
    it.each(vectors[list])('$name', ({ message, accepted }) => {
      expect(schema.safeParse(message).success).toBe(accepted);
      if (guard) expect(guard(message)).toBe(accepted);
    });
  });

/** Values that are often nearly right. */
const some = fc.oneof(
  fc.constantFrom(
    'quotelet',
    'hello',
    'pair',
    'i',
    '',
    1,
    0,
    -1,
    1.5,
    NaN,
    Infinity,
    2 ** 53,
    null,
    undefined,
  ),
  fc.constantFrom<unknown>(['quotelet'], ['hello'], { toString: 1, valueOf: 1 }, new Date(), 5n, true),
  fc.anything(),
);
const rightly = (value: unknown) => fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, some);
const nearly = fc.oneof(
  fc.record(
    {
      source: rightly('quotelet'),
      version: rightly(1),
      type: fc.oneof(fc.constantFrom('hello', 'pair'), some),
      instance: rightly('i'),
      id: rightly(1),
      data: fc.anything(),
      call: fc.constantFrom(true, false, undefined),
    },
    { requiredKeys: [] },
  ),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
);

describe('guards say what the schemas say', () => {
  const agree = (guard: (message: unknown) => boolean, schema: typeof Hello | typeof Pair) =>
    fc.assert(
      fc.property(nearly, (message) => guard(message) === schema.safeParse(message).success),
      { numRuns: 3000 },
    );

  it('of a hello', () => agree(isHello, Hello));
  it('of a pair', () => agree(isPair, Pair));
  it('of a message on the port, but for ids below 1, which never grow', () =>
    fc.assert(
      fc.property(
        nearly,
        (message) => (isPortMessage(message) && message.id > 0) === PortMessage.safeParse(message).success,
      ),
      { numRuns: 3000 },
    ));
});
