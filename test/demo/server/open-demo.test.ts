import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/server/config/load-config.ts';
import { cabinet } from '../../../test/server/support/products.ts';
import { makePlace, removePlace } from '../../../test/server/support/stores.ts';
import { testCompanion } from '../../../test/server/support/test-companion.ts';

describe('the demo', () => {
  it('is not there in production', async () => {
    const here = await makePlace('sqlite');
    const options = {
      products: [cabinet('https://example.com/')],
      environment: { QUOTELET_ENV: 'production' },
    };
    await expect(testCompanion(here, { ...options, config: { demo: true } })).rejects.toThrow(
      /config\.json is a demo.*QUOTELET_CONFIG.*QUOTELET_ENV=development/,
    );
    await (await testCompanion(here, options)).stop();
    await removePlace(here);
  });

  it('is not there where the configuration does not ask for it', async () => {
    const here = await makePlace('sqlite');
    const bare = await testCompanion(here, { products: [cabinet('http://127.0.0.1:1/')] });
    for (const path of ['/', '/demo/receiver', '/demo/receiver/requests', '/config.json']) {
      expect((await bare.fetch(path)).status).toBe(404);
    }
    expect((await bare.post('/demo/receiver', {})).status).toBe(404);
    await bare.stop();
    await removePlace(here);
  });

  it('ships a configuration that is valid', () => {
    const file = 'demo/quotelet.config.json';
    expect(loadConfig(file)).toMatchObject({
      demo: true,
      company: (JSON.parse(readFileSync(file, 'utf8')) as { company: object }).company,
    });
  });
});
