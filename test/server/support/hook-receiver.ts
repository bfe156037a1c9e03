import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Hook {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A merchant's endpoint: notes what arrives and answers as told. */
export interface HookReceiver {
  readonly url: string;
  readonly hooks: readonly Hook[];
  /** Status it answers; 0 answers nothing at all. */
  status: number;
  /** Waits until so many have arrived. */
  arrived(count: number): Promise<readonly Hook[]>;
  close(): Promise<void>;
}

export async function hookReceiver(port = 0): Promise<HookReceiver> {
  const hooks: Hook[] = [];
  const receiver = { status: 200 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      hooks.push({
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      });
      if (receiver.status !== 0) response.writeHead(receiver.status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return Object.assign(receiver, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hooks,
    async arrived(count: number) {
      await until(() => hooks.length >= count, `${count} webhooks`);
      return hooks;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

/** Waits for something that happens soon. */
export async function until(happened: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await happened())) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
