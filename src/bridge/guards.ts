import type { Hello, Pair, PortMessage } from '../contract/bridge.ts';

/** What the schemas of `contract/bridge.ts` say, as far as the ends rely on it; a property test compares the two. */

type Fields = Readonly<Record<string, unknown>>;

/** A message of ours between windows. Anybody posts to a window, anything. */
const isOurs = (message: unknown, type: string): message is Fields =>
  (message as Fields | null)?.['source'] === 'quotelet' && (message as Fields)['type'] === type;

export const isHello = (message: unknown): message is Hello => isOurs(message, 'hello');

const hasEnvelope = ({ version, instance }: Fields) =>
  Number.isSafeInteger(version) &&
  typeof instance === 'string' &&
  instance.length > 0 &&
  instance.length < 101;

export const isPair = (message: unknown): message is Pair => isOurs(message, 'pair') && hasEnvelope(message);

export const isPortMessage = (message: unknown): message is PortMessage => {
  const fields = Object(message) as Fields;
  const { id, type } = fields;
  return hasEnvelope(fields) && Number.isSafeInteger(id) && (id as number) > 0 && typeof type === 'string';
};
