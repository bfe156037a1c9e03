import type { EventMessage } from '../contract/bridge/bridge.ts';

/** Checks what the schema `EventMessage` does, except for the format of the time: anybody can post anything to a window. */
export function isEventMessage(message: unknown): message is EventMessage {
  const { source, version, instance, id, event, timestamp } = Object(message) as Partial<EventMessage>;
  return (
    source === 'quotelet' &&
    Number.isSafeInteger(version) &&
    [instance, event, timestamp].every((text) => typeof text === 'string') &&
    typeof id === 'string' &&
    id !== ''
  );
}
