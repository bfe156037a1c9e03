import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEnvironment } from '../../../src/server/config/read-environment.ts';
import { loadConfig } from '../../../src/server/config/load-config.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quotelet-config-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('loadConfig', () => {
  const load = async (config: unknown) => {
    const file = join(folder, 'config.json');
    await writeFile(file, typeof config === 'string' ? config : JSON.stringify(config));
    return loadConfig(file);
  };
  const company = { id: 'c', name: 'C', email: 'c@example.com' };

  it('fills in what is left out, closed', async () => {
    expect(await load({ company, public_url: 'https://quotes.example/' })).toMatchObject({
      demo: false,
      allowed_origins: [],
      trust_proxy: 0,
      rate_limit: { per_minute: 60, burst: 30 },
      public_url: 'https://quotes.example',
      productFolder: join(folder, 'products'),
    });
  });

  it.each([
    [{}, /company: /],
    [{ company: { ...company, email: 'x' } }, /company\.email: /],
    [{ company, allowed_origins: ['https://shop.example/'] }, /allowed_origins\.0: an origin such as/],
    [{ company, allowed_origins: ['*'] }, /allowed_origins\.0: /],
    [{ company, allowed_origins: ['null'] }, /allowed_origins\.0: /],
    [{ company, allowed_origins: ['https://*.shop.example'] }, /allowed_origins\.0: an origin such as/],
    [{ company, allowed_origins: ["https://shop;script-src'*"] }, /allowed_origins\.0: an origin such as/],
    [{ company, allowed_origins: ['https://shop.example:443'] }, /allowed_origins\.0: an origin such as/],
    [{ company, alowed_origins: [] }, /alowed_origins/],
    [{ company, public_url: 'quotes.example' }, /public_url: /],
    [{ company, rate_limit: true }, /rate_limit/],
    ['{', /config\.json:1: .*this is not JSON: the file ends/],
    ['{\n  "company": {},\n}', /config\.json:3: .*this is not JSON: .*leave out the comma/],
  ])('names what is wrong in %j', async (config, message) => {
    await expect(load(config)).rejects.toThrow(message);
  });

  it('reads a file that begins with a byte order mark', async () => {
    expect(await load(`\uFEFF${JSON.stringify({ company })}`)).toMatchObject({ company });
  });

  it('names a file that is not there', () => {
    expect(() => loadConfig(join(folder, 'none.json'))).toThrow(/none\.json/);
  });
});

describe('readEnvironment', () => {
  it('has defaults, and is in production unless told', () => {
    expect(readEnvironment({ PORT: '' })).toMatchObject({
      port: 8787,
      dataFolder: './data',
      configFile: 'demo/quotelet.config.json',
      development: false,
      allowedOrigins: [],
      databaseUrl: undefined,
    });
  });

  it.each([
    [{ PORT: 'http' }, /PORT/],
    [{ PORT: '70000' }, /PORT/],
    [{ QUOTELET_ENV: 'dev' }, /QUOTELET_ENV/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL/],
    [
      { QUOTELET_ALLOWED_ORIGINS: 'https://a.example, b.example' },
      /QUOTELET_ALLOWED_ORIGINS[^]*1: an origin/,
    ],
    [{ QUOTELET_PUBLIC_URL: 'javascript:1' }, /QUOTELET_PUBLIC_URL/],
  ])('names what is wrong in %j', (variables, message) => {
    expect(() => readEnvironment(variables as Record<string, string>)).toThrow(message);
  });
});
