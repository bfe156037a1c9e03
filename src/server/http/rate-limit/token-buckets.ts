/** How often one address may call a route. */
export interface RateLimit {
  /** How many requests a minute it may make in the long run. */
  readonly per_minute: number;
  /** How many at once, after a pause. */
  readonly burst: number;
}

export interface TokenBuckets {
  /** Takes a token for this address. Returns 0, or the seconds until there is one. */
  take(address: string): number;
  /** How many addresses are remembered. */
  readonly size: number;
}

interface TokenBucketsOptions extends RateLimit {
  /** How many addresses are remembered at most. */
  readonly maxAddresses?: number;
  /** Milliseconds; for tests. */
  readonly now?: () => number;
}

/**
 * A token bucket for each address, in memory that is bounded however many addresses there are: addresses whose bucket is
 * full again are forgotten first, then those that came first.
 */
export function tokenBuckets({
  per_minute,
  burst,
  maxAddresses = 50_000,
  now = () => performance.now(),
}: TokenBucketsOptions): TokenBuckets {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const perMs = per_minute / 60_000;

  function forget(at: number): void {
    for (const [address, bucket] of buckets) {
      if (bucket.tokens + (at - bucket.at) * perMs >= burst) buckets.delete(address);
    }
    // All of them are busy, as in an attack from many addresses: half of them are kept.
    let excess = buckets.size - maxAddresses / 2;
    for (const address of buckets.keys()) {
      if (excess-- <= 0) break;
      buckets.delete(address);
    }
  }

  return {
    take(address) {
      const at = now();
      const bucket = buckets.get(address);
      const tokens = Math.min(burst, bucket ? bucket.tokens + (at - bucket.at) * perMs : burst);
      if (!bucket && buckets.size >= maxAddresses) forget(at);
      buckets.set(address, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
      return tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - tokens) / perMs / 1000));
    },
    get size() {
      return buckets.size;
    },
  };
}
