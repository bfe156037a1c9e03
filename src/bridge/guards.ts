import type { Hello, Pair, PortMessage } from '../contract/bridge/bridge.ts';

// What the schemas of `contract/bridge.ts` say; a property test compares the two. Anybody posts to a window, anything.

const isOurs = (message: unknown, type: string): boolean => {
  const ours = Object(message) as Partial<Pair>;
  return ours.source === 'quotelet' && ours.type === type;
};

/** In a version, by an instance. */
const isFrom = (message: unknown): boolean => {
  const { version, instance } = Object(message) as Partial<Pair>;
  return Number.isSafeInteger(version) && typeof instance === 'string';
};

export const isHello = (message: unknown): message is Hello => isOurs(message, 'hello');

export const isPair = (message: unknown): message is Pair => isOurs(message, 'pair') && isFrom(message);

export const isPortMessage = (message: unknown): message is PortMessage => {
  const { id, type } = Object(message) as Partial<PortMessage>;
  return isFrom(message) && Number.isSafeInteger(id) && typeof type === 'string';
};
