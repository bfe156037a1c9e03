import { createServer, type Server } from 'node:http';

/** Milliseconds that the rest of a body may still take after the answer. */
const bodyGrace = 500;

/**
 * An HTTP server that slow clients can't hold up: headers have to arrive within seconds, and a connection is closed if its
 * request was answered before the whole body arrived. Bodies that are read have timeouts of their own (`BodyTimeouts`): Node's
 * is the same for all requests and would cut off a large file.
 */
export function createHttpServer(): Server {
  const server = createServer({
    maxHeaderSize: 32 * 1024,
    headersTimeout: 15_000,
    requestTimeout: 0,
    connectionsCheckingInterval: 5000,
    keepAliveTimeout: 65_000,
  });
  server.on('request', (incoming, outgoing) => {
    outgoing.once('finish', () => {
      if (incoming.complete) return;
      setTimeout(() => incoming.complete || incoming.socket.destroy(), bodyGrace).unref();
    });
  });
  return server;
}
