import { ApiError } from '../api-error.ts';

// The rest of such a body is not read, so the connection cannot be used again.
const headers = { Connection: 'close' };

/** 413: more bytes than the route takes. */
export const bodyTooLarge = (limit: number): ApiError =>
  new ApiError(413, 'too_large', `The body is larger than ${limit} bytes.`, { headers });

/** 408: the body did not arrive in time. */
export const bodyTooSlow = (): ApiError =>
  new ApiError(408, 'request_timeout', 'The body came too slowly.', { headers });
