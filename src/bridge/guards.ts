import type { Hello, Pair, PortMessage } from '../contract/bridge/bridge.ts';

// They say what the schemas of `contract/bridge/` say, and a property test compares the two: anybody can post anything to a window.

const isOurs = (message: unknown, type: string): boolean => {
  const ours = Object(message) as Partial<Pair>;
  return ours.source === 'quotelet' && ours.type === type;
};

/** Whether it names a version and an instance. */
const isAddressed = (message: unknown): boolean => {
  const { version, instance } = Object(message) as Partial<Pair>;
  return Number.isSafeInteger(version) && typeof instance === 'string';
};

export const isHello = (message: unknown): message is Hello => isOurs(message, 'hello');

export const isPair = (message: unknown): message is Pair => isOurs(message, 'pair') && isAddressed(message);

export const isPortMessage = (message: unknown): message is PortMessage => {
  const { id, type } = Object(message) as Partial<PortMessage>;
  return isAddressed(message) && Number.isSafeInteger(id) && typeof type === 'string';
};
