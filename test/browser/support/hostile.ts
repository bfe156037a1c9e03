import type { Page } from '@playwright/test';

/** Collects the errors and warnings of a page and its frames. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('pageerror', ({ message }) => heard.push(`error: ${message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) heard.push(`${message.type()}: ${message.text()}`);
  });
  return heard;
}

/** For scripts of hostile pages: `junk()` lists messages that anybody may post to a window, `post` posts those that can be cloned. */
export const junkScript = `
  const deep = (levels) => { let made = {}; while (levels--) made = { made }; return made; };
  const evil = 'window.ran = true';
  const forged = (more) => ({ source: 'quotelet', version: 1, instance: 'table', id: 'forged', timestamp: new Date().toISOString(), ...more });
  const junk = () => [
    null, undefined, 0, NaN, true, '', 'quotelet', 'x'.repeat(5e6), [], {}, [null], new Date(), new Map(), new ArrayBuffer(8), 5n,
    deep(1000), deep(10000), Object.fromEntries(Array.from({ length: 20000 }, (_, i) => ['member' + i, i])),
    { source: 'quotelet' }, { source: 'quotelet', type: 'hello' }, { source: 'quotelet', type: 'hello', version: 2 },
    { source: 'quotelet', type: 'pair', version: 1, instance: 'forged' }, { source: { toString: 1 }, type: [] },
    JSON.parse('{"source":"quotelet","type":"__proto__","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
    ...['widget.ready', 'click', 'load', 'constructor', '__proto__'].map((event) => forged({ event, data: { code: evil } })),
    ...['ready', 'event', 'failed', 'result', 'start', 'call', 'track'].map((type) => forged({ type, id: 1, call: true, data: { event: 'click', title: evil, height: 1e9 } })),
    { type: 'QUOTE3D_RESIZE', height: 1e9 }, '{"action":"createQuotation","argument":1}', 'javascript:' + evil, evil,
  ];
  const post = (to, message, origin = '*', ports = []) => { try { to.postMessage(message, origin, ports); } catch {} };
  const attack = (to) => {
    for (const message of junk()) {
      post(to, message);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => (window.stolen = data);
      post(to, message, '*', [port2]);
    }
  };
`;
