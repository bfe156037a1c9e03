import { describe, expect, it } from 'vitest';
import { webhookUrls } from '../../../src/server/webhooks/webhook-urls.ts';

describe('webhookUrls', () => {
  const environment = { HOOK: 'https://hooks.example/in', EMPTY: '', SECRET: 's3cret' };
  const urls = (...templates: string[]) => webhookUrls(templates, environment, 'https://quotes.example');

  it('fills templates from the environment, as a shell would', () => {
    expect(
      urls(
        '${HOOK}?a=1',
        '${NONE:-https://b.example/}',
        '${EMPTY:-https://c.example/}',
        'https://d.example/${SECRET}',
      ),
    ).toEqual([
      'https://hooks.example/in?a=1',
      'https://b.example/',
      'https://c.example/',
      'https://d.example/s3cret',
    ]);
    expect(() => urls('${NONE}')).toThrow('the environment variable NONE is not set');
    expect(urls('${NONE:-/demo/receiver}')).toEqual(['https://quotes.example/demo/receiver']);
  });

  it('names each URL once, however it is spelt', () => {
    expect(
      urls(
        'https://a.example',
        'https://A.example/',
        'https://a.example:443/',
        '${HOOK}',
        'https://hooks.example/in',
      ),
    ).toEqual(['https://a.example/', 'https://hooks.example/in']);
  });
});
