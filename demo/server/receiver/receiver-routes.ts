import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { AppEnv } from '../../../src/server/http/app-env.ts';
import { readBody } from '../../../src/server/http/body/read-body.ts';
import { createReceiver, type Receiver } from './create-receiver.ts';

interface ReceiverOptions {
  /** Milliseconds until a body has to be there. */
  readonly timeout: number;
}

const maxBody = 65_536;
const maxListeners = 50;

const file = (name: string, type: string): { body: string; type: string } => ({
  body: readFileSync(new URL(`./${name}`, import.meta.url), 'utf8'),
  type: `${type}; charset=utf-8`,
});

/**
 * The demo's webhook receiver, to be mounted at `/demo/receiver`: every request but GET and DELETE is recorded; the page
 * shows them live; `GET /requests` answers with them as JSON; DELETE empties the receiver.
 */
export function receiverRoutes({ timeout }: ReceiverOptions): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const receiver = createReceiver();
  const files = new Map([
    ['/', file('page.html', 'text/html')],
    ['/page.mjs', file('page.mjs', 'text/javascript')],
    ['/page.css', file('page.css', 'text/css')],
  ]);
  for (const [path, { body, type }] of files) {
    app.get(path, () => new Response(body, { headers: { ...pageHeaders, 'Content-Type': type } }));
  }
  app.get('/requests', () => Response.json(receiver.all(), { headers: { 'Cache-Control': 'no-store' } }));
  app.get('/changes', changeStream(receiver));
  for (const path of ['/', '/requests']) {
    app.delete(path, () => {
      receiver.clear();
      return new Response(null, { status: 204 });
    });
  }
  app.all('*', async (c) => {
    const { incoming } = c.env;
    const hasBody =
      incoming.headers['content-length'] !== undefined || 'transfer-encoding' in incoming.headers;
    const body = hasBody ? (await readBody(incoming, { limit: maxBody, timeout })).toString('utf8') : '';
    const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
    receiver.add({
      method: c.req.method,
      path: incoming.url ?? '',
      headers: Object.fromEntries(headers) as Record<string, string>,
      body,
      received_at: new Date().toISOString(),
    });
    return Response.json({ received: true });
  });
  return app;
}

const pageHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-cache',
};

/** Server-sent events: one "change" at each change, without saying what. The page then asks for all requests. */
function changeStream(receiver: Receiver): () => Response {
  let listeners = 0;
  return () => {
    if (listeners >= maxListeners) return new Response(null, { status: 503 });
    listeners++;
    let stop = (): void => undefined;
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        const notify = (): void =>
          controller.enqueue(new TextEncoder().encode('event: change\ndata: {}\n\n'));
        notify();
        const unwatch = receiver.watch(notify);
        stop = () => {
          unwatch();
          listeners--;
        };
      },
      cancel: () => stop(),
    });
    return new Response(stream, {
      headers: {
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      },
    });
  };
}
