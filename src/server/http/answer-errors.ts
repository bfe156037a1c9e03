import type { Hono } from 'hono';
import type { Log } from '../log.ts';
import { ApiError } from './api-error.ts';
import type { AppEnv } from './app-env.ts';
import { errorResponse } from './error-response.ts';

/** Has an app answer every error, and every path that it does not have, as JSON with a code. */
export function answerErrors(app: Hono<AppEnv>, log: Log): void {
  app.onError((error, c) => {
    if (error instanceof ApiError) return errorResponse(error);
    // A shopper who closes the page in the middle of an upload is no fault of ours.
    const aborted = c.env.incoming.destroyed && !c.env.incoming.complete;
    if (!aborted) log('error', 'request_failed', { route: c.req.routePath, reason: error.message });
    return errorResponse(new ApiError(500, 'internal_error', 'Something went wrong on our side.'));
  });
  app.notFound(() => errorResponse(new ApiError(404, 'not_found', 'There is nothing here.')));
}
