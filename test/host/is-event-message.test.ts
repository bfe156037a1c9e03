import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventMessage } from '../../src/contract/bridge/bridge.ts';
import { isEventMessage } from '../../src/host/is-event-message.ts';

const when = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) });
const time = when.map((date) => date.toISOString());
const odd = fc.oneof(fc.constant(undefined), fc.constant(null), fc.integer(), fc.double(), fc.object());
const message = fc.record(
  {
    source: fc.oneof(fc.constant('quotelet'), fc.string(), odd),
    version: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.double(), fc.string(), odd),
    instance: fc.oneof(fc.string(), odd),
    id: fc.oneof(fc.string(), odd),
    event: fc.oneof(fc.constantFrom('widget.ready', '__proto__'), fc.string(), odd),
    timestamp: fc.oneof(time, odd),
    data: fc.anything(),
  },
  { requiredKeys: ['data'] },
);

describe('isEventMessage', () => {
  it('agrees with the schema about whatever a window may be sent', () => {
    fc.assert(
      fc.property(fc.oneof(message, fc.anything()), (said) => {
        expect(isEventMessage(said)).toBe(EventMessage.safeParse(said).success);
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees about whole messages, too', () => {
    const whole = fc.record({
      source: fc.constant('quotelet'),
      version: fc.integer({ min: 1, max: 9 }),
      instance: fc.string(),
      id: fc.string({ minLength: 1 }),
      event: fc.string(),
      timestamp: time,
      data: fc.anything(),
    });
    fc.assert(fc.property(whole, (said) => isEventMessage(said) && EventMessage.safeParse(said).success));
  });
});
