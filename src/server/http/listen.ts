import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** @param host undefined for all addresses @returns the port, which for 0 is a free one. @throws what the system says */
export async function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off('error', failed);
      done();
    });
  });
  return (server.address() as AddressInfo).port;
}

/** Event streams would keep it open for ever, so what isn't done after a while is cut. */
export function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    const cut = setTimeout(() => server.closeAllConnections(), 3000);
    server.close(() => {
      clearTimeout(cut);
      done();
    });
    server.closeIdleConnections();
  });
}

/** This machine by all its names. */
export const localOrigins = (port: number): string[] =>
  ['localhost', '127.0.0.1', '[::1]'].map((name) => `http://${name}:${port}`);
