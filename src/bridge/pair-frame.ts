import type { Hello } from '../contract/bridge/bridge.ts';
import { isPair } from './guards.ts';

/** What came of a hello: a port, the name of this instance, and the version that the host speaks. */
export interface Paired {
  readonly port: MessagePort;
  readonly instance: string;
  readonly version: number;
}

/**
 * The frame's side of pairing: says hello and takes the first port that comes from its parent (requirements 3, 6 and 8).
 *
 * @param origin the parent's; nobody else is told or heard
 */
export function pairFrame(origin: string): Promise<Paired> {
  return new Promise((resolve) => {
    addEventListener('message', function hear({ source, origin: from, data, ports: [port] }) {
      if (source !== parent || from !== origin || !port || !isPair(data)) return;
      removeEventListener('message', hear);
      resolve({ port, instance: data.instance, version: data.version });
    });
    const hello: Hello = { source: 'quotelet', type: 'hello' };
    parent.postMessage(hello, origin);
  });
}
