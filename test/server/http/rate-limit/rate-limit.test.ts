import { describe, expect, it } from 'vitest';
import { clientAddress } from '../../../../src/server/http/rate-limit/client-address.ts';
import { tokenBuckets } from '../../../../src/server/http/rate-limit/token-buckets.ts';
import { cabinet } from '../../support/products.ts';
import { makePlace, removePlace } from '../../support/stores.ts';
import { cartSubmission } from '../../support/submission.ts';
import { testCompanion } from '../../support/test-companion.ts';

describe('tokenBuckets', () => {
  it('lets a burst through, then so many a minute, each address by itself', () => {
    let now = 0;
    const buckets = tokenBuckets({ per_minute: 60, burst: 3, now: () => now });
    expect([1, 2, 3, 4].map(() => buckets.take('a'))).toEqual([0, 0, 0, 1]);
    expect(buckets.take('b')).toBe(0);
    now += 1000;
    expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 1]);
    now += 60_000;
    expect([1, 2, 3, 4].map(() => buckets.take('a'))).toEqual([0, 0, 0, 1]);
  });

  it('says how long to wait', () => {
    const buckets = tokenBuckets({ per_minute: 2, burst: 1, now: () => 0 });
    expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 30]);
  });

  it('remembers no more addresses than it may, however many are busy', () => {
    const buckets = tokenBuckets({ per_minute: 1, burst: 1, maxAddresses: 100, now: () => 0 });
    for (let index = 0; index < 100; index++) expect(buckets.take(`10.${index}`)).toBe(0);
    expect(buckets.size).toBe(100);
    const sizes = Array.from({ length: 500 }, (_, index) => {
      expect(buckets.take(`11.${index}`)).toBe(0);
      return buckets.size;
    });
    expect(Math.max(...sizes)).toBe(100);
    // Those that came last are still held to the limit, and the first ones are not known any more.
    expect([buckets.take('11.499'), buckets.take('10.0')]).toEqual([60, 0]);
  });

  it('forgets those first whose bucket is full again', () => {
    let now = 0;
    const buckets = tokenBuckets({ per_minute: 1, burst: 1, maxAddresses: 100, now: () => now });
    for (let index = 0; index < 80; index++) buckets.take(`quiet ${index}`);
    now = 30_000;
    for (let index = 0; index < 20; index++) buckets.take(`busy ${index}`);
    now = 60_000;
    buckets.take('new');
    expect(buckets.size).toBe(21);
    expect(buckets.take('busy 0')).toBe(30);
  });

  it('has room for 50,000 addresses unless told', () => {
    const buckets = tokenBuckets({ per_minute: 1, burst: 1, now: () => 0 });
    let most = 0;
    for (let index = 0; index < 50_001; index++) {
      buckets.take(`10.${index}`);
      most = Math.max(most, buckets.size);
    }
    expect([most, buckets.size]).toEqual([50_000, 25_001]);
  });
});

describe('clientAddress', () => {
  const incoming = (remoteAddress: string, forwarded?: string) =>
    ({
      socket: { remoteAddress },
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    }) as never;

  it.each([
    ['the socket', '203.0.113.9', undefined, 0, '203.0.113.9'],
    ['no header without a proxy', '203.0.113.9', '1.1.1.1', 0, '203.0.113.9'],
    ['what the proxy saw', '10.0.0.1', '1.1.1.1', 1, '1.1.1.1'],
    ['not what the shopper made up', '10.0.0.1', '6.6.6.6, 1.1.1.1', 1, '1.1.1.1'],
    ['two proxies', '10.0.0.1', '6.6.6.6, 1.1.1.1, 10.0.0.2', 2, '1.1.1.1'],
    ['the socket where the header is short', '10.0.0.1', '1.1.1.1', 2, '10.0.0.1'],
    ['the socket where the header is nonsense', '10.0.0.1', 'unknown', 1, '10.0.0.1'],
    ['IPv4 in IPv6', '::ffff:203.0.113.9', undefined, 0, '203.0.113.9'],
    ['one subscriber of IPv6', '2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
  ])('is %s', (_, socket, forwarded, proxies, address) => {
    expect(clientAddress(incoming(socket, forwarded), proxies)).toBe(address);
  });
});

describe('a companion that limits', () => {
  it('answers 429 with Retry-After on routes that write, and on no other', async () => {
    const place = await makePlace('sqlite');
    const companion = await testCompanion(place, {
      products: [cabinet('http://127.0.0.1:1/')],
      config: { rate_limit: { per_minute: 6, burst: 2 }, trust_proxy: 1 },
    });
    const send = (from: string) =>
      companion.post('/api/v1/add-quote', cartSubmission(), { 'x-forwarded-for': from });
    const statuses = [];
    for (let index = 0; index < 3; index++) statuses.push((await send('9.9.9.9')).status);
    expect(statuses).toEqual([201, 201, 429]);
    const refused = await send('9.9.9.9');
    expect(refused.headers.get('retry-after')).toBe('10');
    expect(await refused.json()).toMatchObject({ error: { code: 'rate_limited' } });
    expect((await send('9.9.9.8')).status).toBe(201);
    for (let index = 0; index < 5; index++) {
      expect(
        (await companion.fetch('/api/v1/products/cabinet', { headers: { 'x-forwarded-for': '9.9.9.9' } }))
          .status,
      ).toBe(200);
    }
    await companion.stop();
    await removePlace(place);
  });
});
