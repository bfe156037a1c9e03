import type { Hello } from '../contract/bridge/bridge.ts';
import { isPair } from './guards.ts';
import type { Paired } from './paired.ts';

/**
 * The frame's side of pairing: says hello and takes the first port that comes from its parent (requirements 3, 6 and 8).
 *
 * @param origin the parent's; messages go there, and count from there, only
 */
export function pairFrame(origin: string): Promise<Required<Paired>> {
  return new Promise((resolve) => {
    addEventListener('message', function onMessage({ source, origin: from, data, ports: [port] }) {
      if (source !== parent || from !== origin || !port || !isPair(data)) return;
      removeEventListener('message', onMessage);
      resolve({ port, instance: data.instance, version: data.version });
    });
    const hello: Hello = { source: 'quotelet', type: 'hello' };
    parent.postMessage(hello, origin);
  });
}
