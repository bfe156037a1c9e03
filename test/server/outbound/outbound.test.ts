import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createOutbound,
  type Outbound,
  type OutboundOptions,
} from '../../../src/server/outbound/outbound.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** An outbound whose connector only notes down what it would have dialled: no packet leaves. */
function recording(options: Omit<OutboundOptions, 'dial'>): { outbound: Outbound; dialled: string[] } {
  const dialled: string[] = [];
  const outbound = createOutbound({
    ...options,
    dial: ({ hostname, port, protocol, servername }, callback) => {
      const dialledPort = port || (protocol === 'https:' ? 443 : 80);
      dialled.push(`${protocol}//${hostname}:${dialledPort} ${servername ?? ''}`.trim());
      callback(new Error('dialled'), null);
    },
  });
  closers.push(() => outbound.close());
  return { outbound, dialled };
}

const post = (outbound: Outbound, url: string) => outbound.send({ method: 'POST', url, body: '{}' });

async function server(listener: RequestListener): Promise<string> {
  const listening = createServer(listener);
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        listening.closeAllConnections();
        listening.close(resolve);
      }),
  );
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

describe('the outbound guard in production', () => {
  const names: Record<string, string[]> = {
    'shop.example': ['93.184.216.34'],
    'two.example': ['93.184.216.34', '2606:4700::1111'],
    'rebind.example': ['93.184.216.34', '10.0.0.5'],
    'metadata.example': ['169.254.169.254'],
    'nowhere.example': [],
  };
  const options = {
    development: false,
    resolve: (name: string) => Promise.resolve(names[name] ?? ['127.0.0.1']),
  };

  it.each([
    ['https://shop.example/hook', ['https://93.184.216.34:443 shop.example']],
    ['https://shop.example:8443/hook', ['https://93.184.216.34:8443 shop.example']],
    ['https://93.184.216.34/hook', ['https://93.184.216.34:443']],
    [
      'https://two.example/',
      ['https://93.184.216.34:443 two.example', 'https://2606:4700::1111:443 two.example'],
    ],
    ['https://[2606:4700::1111]/', ['https://2606:4700::1111:443']],
  ])('dials the very address it checked: %s', async (url, expected) => {
    const { outbound, dialled } = recording(options);
    await expect(post(outbound, url)).rejects.toMatchObject({ code: 'connection_failed' });
    expect(dialled).toEqual(expected);
  });

  it.each([
    ['https://rebind.example/', 'address_refused'],
    ['https://metadata.example/', 'address_refused'],
    ['https://localhost/', 'address_refused'],
    ['https://127.0.0.1/', 'address_refused'],
    ['https://[::1]/', 'address_refused'],
    ['https://[::ffff:127.0.0.1]/', 'address_refused'],
    ['https://2130706433/', 'address_refused'],
    ['https://0x7f.1/', 'address_refused'],
    ['https://0177.0.0.1/', 'address_refused'],
    ['https://169.254.169.254/latest/meta-data', 'address_refused'],
    ['https://168.63.129.16/', 'address_refused'],
    ['https://[fd00:ec2::254]/', 'address_refused'],
    ['https://nowhere.example/', 'name_not_found'],
    ['http://shop.example/', 'invalid_url'],
    ['http://127.0.0.1:8787/', 'invalid_url'],
    ['https://user:secret@shop.example/', 'invalid_url'],
    ['https://user@shop.example/', 'invalid_url'],
    ['https://shop.example:25/', 'invalid_url'],
    ['https://shop.example:22/', 'invalid_url'],
    ['ftp://shop.example/', 'invalid_url'],
    ['file:///etc/passwd', 'invalid_url'],
    ['/demo/receiver', 'invalid_url'],
    ['', 'invalid_url'],
  ])('refuses %s', async (url, code) => {
    const { outbound, dialled } = recording(options);
    await expect(post(outbound, url)).rejects.toMatchObject({ code });
    expect(dialled).toEqual([]);
  });

  it('never puts a secret of the URL into its message', async () => {
    const { outbound } = recording(options);
    await expect(post(outbound, 'https://user:secret@shop.example/')).rejects.not.toThrow(/secret/);
  });
});

describe('the outbound guard in development', () => {
  const resolve = (name: string) =>
    Promise.resolve(
      { localhost: ['::1', '127.0.0.1'], 'mixed.example': ['127.0.0.1', '93.184.216.34'] }[name] ?? [
        '93.184.216.34',
      ],
    );

  it.each([
    ['http://localhost:9/', ['http://::1:9', 'http://127.0.0.1:9']],
    ['http://127.0.0.1:80/', ['http://127.0.0.1:80']],
    ['https://127.0.0.1:8443/', ['https://127.0.0.1:8443']],
    ['https://shop.example/', ['https://93.184.216.34:443 shop.example']],
  ])('dials %s', async (url, expected) => {
    const { outbound, dialled } = recording({ development: true, resolve });
    await expect(post(outbound, url)).rejects.toMatchObject({ code: 'connection_failed' });
    expect(dialled).toEqual(expected);
  });

  it.each([
    'http://shop.example/',
    'http://mixed.example/',
    'http://10.0.0.1/',
    'https://10.0.0.1/',
    'http://0.0.0.0:8787/',
  ])('refuses %s', async (url) => {
    const { outbound, dialled } = recording({ development: true, resolve });
    await expect(post(outbound, url)).rejects.toMatchObject({ code: 'address_refused' });
    expect(dialled).toEqual([]);
  });
});

describe('an outbound call', () => {
  const local = (deadlineMs = 5000) => {
    const outbound = createOutbound({ development: true, deadlineMs });
    closers.push(() => outbound.close());
    return outbound;
  };

  it('sends the body as it is and reads the answer', async () => {
    const seen: string[] = [];
    const url = await server((request, response) => {
      request.on('data', (chunk: Buffer) => seen.push(chunk.toString()));
      request.on('end', () => response.writeHead(202).end('thanks'));
    });
    expect(await local().send({ method: 'POST', url, body: '{"a": 1}' })).toEqual({
      status: 202,
      body: 'thanks',
    });
    expect(seen.join('')).toBe('{"a": 1}');
  });

  it('reaches a name with two addresses of which one listens', async () => {
    const url = await server((_, response) => response.end('here'));
    expect(await post(local(), url.replace('127.0.0.1', 'localhost'))).toEqual({ status: 200, body: 'here' });
  });

  it('does not follow a redirect', async () => {
    let calls = 0;
    const url = await server((_, response) => {
      calls++;
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect((await post(local(), url)).status).toBe(302);
    expect(calls).toBe(1);
  });

  it('gives up at the deadline where nothing answers', async () => {
    const url = await server(() => undefined);
    await expect(post(local(150), url)).rejects.toMatchObject({ code: 'timeout' });
  });

  it('ends a body that drips past the deadline', async () => {
    const url = await server((_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    });
    const started = performance.now();
    const { status, body } = await post(local(200), url);
    expect([status, body.startsWith('.')]).toEqual([200, true]);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('reads 16 kB and no more', async () => {
    let written = 0;
    const url = await server((_, response) => {
      response.on('close', () => clearInterval(flood));
      const flood = setInterval(() => {
        if (!response.destroyed && response.write('x'.repeat(8192))) written += 8192;
      }, 1);
    });
    const { body } = await post(local(), url);
    expect(body.length).toBe(16 * 1024);
    expect(written).toBeLessThan(4_000_000);
  });

  it('says so where nobody listens', async () => {
    await expect(post(local(), 'http://127.0.0.1:1/')).rejects.toMatchObject({ code: 'connection_failed' });
  });
});
