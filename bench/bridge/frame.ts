import { connect, WindowMessenger } from 'penpal';
import { openPort } from '../../src/bridge/open-port.ts';
import { pairFrame } from '../../src/bridge/pair-frame.ts';
import type { Kind } from './channel.ts';

// In the iframe: gives back whatever it is called with, by the way that its address names.
const origin = new URLSearchParams(location.search).get('parent')!;
const echo = (data: unknown) => data;

const open: Readonly<Record<Kind, () => unknown>> = {
  raw() {
    addEventListener('message', ({ ports: [port] }) => {
      port!.onmessage = ({ data: { id, data } }: MessageEvent<{ id: number; data: unknown }>) =>
        port!.postMessage({ id, data });
    });
    parent.postMessage('raw', origin);
  },
  async quotelet() {
    openPort(await pairFrame(origin), new Map([['echo', echo]]), () => {});
  },
  penpal: () =>
    connect({
      messenger: new WindowMessenger({ remoteWindow: parent, allowedOrigins: [origin] }),
      methods: { echo },
    }),
};
open[location.hash.slice(1) as Kind]();
