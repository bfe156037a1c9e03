import type { Pair } from '../contract/bridge/bridge.ts';
import { isHello } from './guards.ts';
import type { Paired } from './paired.ts';
import { VERSION } from './version.ts';

/**
 * The host's side of pairing: answers every hello of this frame with a port of its own (requirements 3, 4 and 7).
 *
 * @param origin where the frame comes from
 * @param paired called for each hello: the first one, and one for every reload of the frame
 * @param signal ends it
 */
export function pairHost(
  frame: HTMLIFrameElement,
  origin: string,
  paired: (pairing: Paired) => void,
  signal: AbortSignal,
): void {
  addEventListener(
    'message',
    ({ source, origin: from, data }) => {
      if (!source || source !== frame.contentWindow || from !== origin || !isHello(data)) return;
      const { port1, port2 } = new MessageChannel();
      // Only tells pairings apart, so it need not be a secret: nobody else has the port.
      const instance = `${Math.random()}`;
      paired({ port: port1, instance });
      const pair: Pair = { source: 'quotelet', version: VERSION, type: 'pair', instance };
      frame.contentWindow.postMessage(pair, origin, [port2]);
    },
    { signal },
  );
}
