import type { MiddlewareHandler } from 'hono';
import { ApiError } from '../api-error.ts';
import type { AppEnv } from '../app-env.ts';
import { clientAddress } from './client-address.ts';

export interface RateLimit {
  /** How many requests a minute one address may make for ever. */
  readonly per_minute: number;
  /** How many at once, after a pause. */
  readonly burst: number;
}

/** Addresses remembered; those who were quiet long enough to have a full bucket are forgotten first. */
const maxAddresses = 50_000;

/**
 * A token bucket an address.
 *
 * @returns seconds to wait until the next request is let through; 0 lets this one through.
 */
export function tokenBuckets(
  { per_minute, burst }: RateLimit,
  now: () => number = () => performance.now(),
): (address: string) => number {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const perMs = per_minute / 60_000;
  return (address) => {
    const at = now();
    const before = buckets.get(address);
    const tokens = Math.min(burst, before ? before.tokens + (at - before.at) * perMs : burst);
    if (!before && buckets.size >= maxAddresses) forget(at);
    buckets.set(address, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
    return tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - tokens) / perMs / 1000));
  };

  function forget(at: number): void {
    for (const [address, bucket] of buckets) {
      if (bucket.tokens + (at - bucket.at) * perMs >= burst) buckets.delete(address);
    }
    // Everybody is busy: an attack from many addresses. The oldest go, so that memory stays bounded.
    const [...addresses] = buckets.keys();
    for (const address of addresses.slice(0, Math.max(0, addresses.length - maxAddresses / 2)))
      buckets.delete(address);
  }
}

/** Refuses what comes too fast with 429 rate_limited and Retry-After. `limit` false lets everything through. */
export function rateLimit(limit: RateLimit | false, proxies: number): MiddlewareHandler<AppEnv> {
  if (limit === false) return (_, next) => next();
  const wait = tokenBuckets(limit);
  return (c, next) => {
    const seconds = wait(clientAddress(c.env.incoming, proxies));
    if (seconds === 0) return next();
    throw new ApiError(429, 'rate_limited', `Too many requests; try again in ${seconds} s.`, {
      headers: { 'Retry-After': String(seconds) },
    });
  };
}
