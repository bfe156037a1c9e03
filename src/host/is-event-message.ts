import type { EventMessage } from '../contract/bridge/bridge.ts';

/** What the schema `EventMessage` says, but for how a time is written. Anybody posts to a window, anything. */
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
