import type { MiddlewareHandler } from 'hono';
import type { Config } from '../../config/config.ts';
import { ApiError } from '../api-error.ts';
import type { AppEnv } from '../app-env.ts';
import { clientAddress } from './client-address.ts';
import { tokenBuckets } from './token-buckets.ts';

interface RateLimitOptions {
  readonly config: Pick<Config, 'rate_limit' | 'trust_proxy'>;
  /** How many times as often as the configuration says the route may be called: reading costs less than writing. */
  readonly times?: number;
}

/**
 * Refuses requests that come too fast with 429 rate_limited and Retry-After. Each route that uses it has buckets of its own,
 * one for each address.
 */
export function rateLimit({
  config: { rate_limit: limit, trust_proxy },
  times = 1,
}: RateLimitOptions): MiddlewareHandler<AppEnv> {
  if (limit === false) return (_, next) => next();
  const buckets = tokenBuckets({ per_minute: limit.per_minute * times, burst: limit.burst * times });
  return (c, next) => {
    const seconds = buckets.take(clientAddress(c.env.incoming, trust_proxy));
    if (seconds === 0) return next();
    throw new ApiError(429, 'rate_limited', `Too many requests; try again in ${seconds} s.`, {
      headers: { 'Retry-After': String(seconds) },
    });
  };
}
