import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './app-env.ts';

/**
 * Hono answers HEAD with the route for GET and drops the body; a file or an event stream in it would stay open for ever.
 * To be used before all routes.
 */
export const cancelHeadBody: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  if (c.req.method === 'HEAD') await c.res.body?.cancel();
};
