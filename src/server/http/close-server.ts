import type { Server } from 'node:http';

/** Milliseconds that requests under way have to end. */
const grace = 3000;

/** Closes a server once it has answered what it was asked. Event streams never end by themselves, so they are cut. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
