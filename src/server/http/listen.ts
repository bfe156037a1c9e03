import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface ListenOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** Undefined for all addresses of this machine. */
  readonly host: string | undefined;
}

/** Listens. @returns the port @throws Error as the system words it */
export async function listen(server: Server, { port, host }: ListenOptions): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}
