import type { Hello, Pair } from '../contract/bridge.ts';

/** What the schemas of `contract/bridge.ts` say of messages between windows; a property test compares the two. Anybody posts to a window, anything. */
const isOurs = (message: unknown, type: string): boolean => {
  const fields = Object(message) as Partial<Pair>;
  return fields.source === 'quotelet' && fields.type === type;
};

export const isHello = (message: unknown): message is Hello => isOurs(message, 'hello');

export const isPair = (message: unknown): message is Pair => {
  const { version, instance } = Object(message) as Partial<Pair>;
  return isOurs(message, 'pair') && Number.isSafeInteger(version) && typeof instance === 'string';
};
