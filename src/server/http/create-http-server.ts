import { createServer, type Server } from 'node:http';

/** Milliseconds that the rest of a body may still come in after the answer. */
const linger = 500;

/**
 * An HTTP server that nobody keeps waiting: headers are there after some seconds, and a connection goes whose request was
 * answered before its body was there. Bodies that are read have a clock of their own (`Patience`); Node's is one for all,
 * and would cut a large file off.
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
      setTimeout(() => incoming.complete || incoming.socket.destroy(), linger).unref();
    });
  });
  return server;
}
