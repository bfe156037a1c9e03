import type { ServerResponse } from 'node:http';

/**
 * Sets the headers that every answer carries, errors and unknown paths included; a route that needs other ones sets them itself.
 * They are set on Node's response before any handler runs, so that a handler that throws early does not lose them.
 */
export function setSecurityHeaders(outgoing: ServerResponse, { https }: { readonly https: boolean }): void {
  outgoing.setHeader('X-Content-Type-Options', 'nosniff');
  outgoing.setHeader('Referrer-Policy', 'no-referrer');
  outgoing.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  outgoing.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  if (https) outgoing.setHeader('Strict-Transport-Security', 'max-age=31536000');
}
