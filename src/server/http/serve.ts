import type { Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { AppEnv } from './app-env.ts';
import { setSecurityHeaders } from './set-security-headers.ts';

interface ServeOptions {
  /** Whether browsers reach it by HTTPS. */
  readonly https: boolean;
}

/** Has an app answer the requests of a server, with the security headers on every answer. */
export function serve(server: Server, app: Hono<AppEnv>, { https }: ServeOptions): void {
  const listener = getRequestListener(app.fetch);
  server.on('request', (incoming, outgoing) => {
    setSecurityHeaders(outgoing, { https });
    void listener(incoming, outgoing);
  });
}
