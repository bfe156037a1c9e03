import { describe, expect, it } from 'vitest';
import { problems } from './support/problems.ts';

describe('webhooks', () => {
  const webhook = (url: string) =>
    problems({
      outputs: [{ id: 'o', buttons: [{ id: 'b', name: 'B', triggers: { webhook: { url } } }] }],
    });

  it.each([
    'http://shop.example/hook',
    'HTTP://shop.example/hook',
    '${HOOK:-http://shop.example/hook}',
    'http://localhost.example/',
    'http://127.0.0.1.example/',
  ])('by plain HTTP are not called in production: %s', (url) => {
    expect(webhook(url)).toEqual([
      expect.stringMatching(
        /^warning outputs\[0\]\.buttons\[0\]\.triggers\.webhook\.url: .* in production \(write https/,
      ),
    ]);
    expect(problems({ legacy_webhooks: [url] })[0]).toContain('warning legacy_webhooks[0]: ');
  });

  it.each([
    'https://shop.example/hook',
    '/demo/hook',
    '${HOOK}',
    '${HOOK:-/demo/hook}',
    'http://localhost:8080/x',
    'http://shop.localhost/x',
    'http://127.0.0.1:3000',
    'http://[::1]:3000/x',
  ])('may be %s', (url) => {
    expect(webhook(url)).toEqual([]);
  });
});
