import { connect, WindowMessenger } from 'penpal';
import { openPort } from '../../src/bridge/open-port.ts';
import { pairHost } from '../../src/bridge/pair-host.ts';
import type { Paired } from '../../src/bridge/paired.ts';
import { payload, type Call, type Kind } from './channel.ts';

declare global {
  interface Window {
    bench: {
      /** Calls a second, with `flight` of them on their way at a time. */
      burst(kind: Kind, calls: number, flight: number): Promise<number>;
      /** How long one call after another takes, in ms each. */
      oneByOne(kind: Kind, calls: number): Promise<number[]>;
    };
  }
}

type Frame = HTMLIFrameElement & { readonly contentWindow: Window };

/** Everything that a page needs to have a frame do something: each in its own way. */
const open: Readonly<Record<Kind, (frame: Frame, origin: string) => Promise<Call>>> = {
  raw: (frame, origin) =>
    new Promise((resolve) => {
      addEventListener('message', ({ source }) => {
        if (source !== frame.contentWindow) return;
        const { port1, port2 } = new MessageChannel();
        const waiting = new Map<number, (data: unknown) => void>();
        let sent = 0;
        port1.onmessage = ({ data: { id, data } }: MessageEvent<{ id: number; data: unknown }>) => {
          waiting.get(id)?.(data);
          waiting.delete(id);
        };
        frame.contentWindow.postMessage('raw', origin, [port2]);
        resolve(
          () =>
            new Promise((answered) => {
              waiting.set(++sent, answered);
              port1.postMessage({ id: sent, data: payload });
            }),
        );
      });
    }),
  quotelet: (frame, origin) =>
    new Promise((resolve) => {
      const paired = (pairing: Paired) => {
        const end = openPort(pairing, new Map(), () => {});
        resolve(() => end.call('echo', payload));
      };
      pairHost(frame, origin, paired, new AbortController().signal);
    }),
  penpal: async (frame, origin) => {
    const messenger = new WindowMessenger({ remoteWindow: frame.contentWindow, allowedOrigins: [origin] });
    const { echo } = await connect<{ echo(data: unknown): unknown }>({ messenger }).promise;
    return () => echo(payload);
  },
};

const address = new URL(new URLSearchParams(location.search).get('frame')!);
address.searchParams.set('parent', location.origin);
const calls = new Map<Kind, Promise<Call>>();
for (const kind of Object.keys(open) as Kind[]) {
  const frame = document.createElement('iframe') as Frame;
  frame.src = `${address.href}#${kind}`;
  document.body.append(frame);
  calls.set(kind, open[kind](frame, address.origin));
}

window.bench = {
  async burst(kind, amount, flight) {
    const call = await calls.get(kind)!;
    const lane = async () => {
      for (let i = 0; i < amount / flight; i += 1) await call();
    };
    const begin = performance.now();
    await Promise.all(Array.from({ length: flight }, lane));
    return amount / ((performance.now() - begin) / 1000);
  },
  async oneByOne(kind, amount) {
    const call = await calls.get(kind)!;
    const took: number[] = [];
    for (let i = 0; i < amount; i += 1) {
      const begin = performance.now();
      await call();
      took.push(performance.now() - begin);
    }
    return took;
  },
};
