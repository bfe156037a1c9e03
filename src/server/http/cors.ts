import type { MiddlewareHandler } from 'hono';
import { ApiError } from './api-error.ts';
import type { AppEnv } from './app-env.ts';

/**
 * Lets pages of listed origins use a route, and no others: exact origins, never `*`, never an echo of the request's. A request
 * that changes something is refused (403 origin_not_allowed) if its Origin isn't listed; one that reads is answered without the
 * header, so that the browser keeps the answer from the page. A request without an Origin comes from a server.
 */
export function cors(allowed: ReadonlySet<string>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { outgoing } = c.env;
    const origin = c.req.header('origin');
    const { method } = c.req;
    // On Node's response itself, so that errors carry them too.
    outgoing.setHeader('Vary', 'Origin');
    if (origin === undefined) return next();
    if (!allowed.has(origin)) {
      if (method === 'GET' || method === 'HEAD') return next();
      throw new ApiError(403, 'origin_not_allowed', `${origin.slice(0, 200)} is not an allowed origin.`);
    }
    outgoing.setHeader('Access-Control-Allow-Origin', origin);
    outgoing.setHeader('Access-Control-Expose-Headers', 'ETag, Idempotency-Replayed, Retry-After');
    if (method !== 'OPTIONS') return next();
    return new Response(null, {
      status: 204,
      headers: {
        'Access-Control-Allow-Methods': 'GET, POST',
        'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key',
        'Access-Control-Max-Age': '7200',
      },
    });
  };
}
