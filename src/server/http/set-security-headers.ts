import type { ServerResponse } from 'node:http';

/**
 * What every answer carries, errors and unknown paths included; a route that needs more room says so itself.
 * Set on Node's response before any handler runs, because a handler that throws early must not lose them.
 */
export function setSecurityHeaders(outgoing: ServerResponse, https: boolean): void {
  outgoing.setHeader('X-Content-Type-Options', 'nosniff');
  outgoing.setHeader('Referrer-Policy', 'no-referrer');
  outgoing.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  outgoing.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  if (https) outgoing.setHeader('Strict-Transport-Security', 'max-age=31536000');
}
