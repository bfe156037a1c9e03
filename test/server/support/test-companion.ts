import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readEnvironment } from '../../../src/server/config/read-environment.ts';
import { startCompanion, type Companion } from '../../../src/server/start-companion.ts';
import { loadDemo } from '../../../src/server/command/load-demo.ts';
import type { BodyTimeouts } from '../../../src/server/http/body/body-timeouts.ts';
import type { Log } from '../../../src/server/log.ts';
import type { ProductInput } from '../../../src/contract/product/product.ts';
import type { Place } from './stores.ts';

export interface TestCompanion extends Companion {
  readonly base: string;
  /** The demo's shop of another origin; undefined outside the demo, or where its port is taken. */
  readonly shopAddress: string | undefined;
  readonly logged: { level: string; event: string; fields: Readonly<Record<string, unknown>> | undefined }[];
  fetch(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
}

export interface TestOptions {
  readonly products: readonly ProductInput[];
  readonly config?: Readonly<Record<string, unknown>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly timeouts?: BodyTimeouts;
}

/** Writes what a merchant would have: configuration, products, built files. Returns the variables to start with. */
export async function merchantFolder(
  place: Place,
  { products, config }: TestOptions,
): Promise<Record<string, string>> {
  const folder = join(place.folder, 'shop');
  await mkdir(join(folder, 'products'), { recursive: true });
  for (const product of products) {
    await writeFile(join(folder, 'products', `${product.id}.json`), JSON.stringify(product));
  }
  const company = { id: 'c-1', name: 'Test & Co', email: 'info@example.com' };
  const whole = { company, allowed_origins: ['https://shop.example'], rate_limit: false, ...config };
  await writeFile(join(folder, 'config.json'), JSON.stringify(whole));
  await mkdir(join(place.folder, 'dist', 'quotelet'), { recursive: true });
  await writeFile(join(place.folder, 'dist', 'quotelet.js'), `/* loader */${' '.repeat(2000)}`);
  await writeFile(join(place.folder, 'dist', 'quotelet', 'widget-a1b2c3d4.js'), 'export const widget = 1;');
  await writeFile(join(place.folder, 'dist', 'quotelet', 'manifest.json'), '{}');
  return {
    QUOTELET_CONFIG: join(folder, 'config.json'),
    QUOTELET_DATA: join(place.folder, 'data'),
    QUOTELET_ENV: 'development',
    PORT: '0',
    ...(place.databaseUrl === undefined ? {} : { DATABASE_URL: place.databaseUrl }),
  };
}

/** A companion in this process, on a free port. */
export async function testCompanion(place: Place, options: TestOptions): Promise<TestCompanion> {
  const variables = { ...(await merchantFolder(place, options)), ...options.environment };
  const logged: TestCompanion['logged'] = [];
  const log: Log = (level, event, fields) => logged.push({ level, event, fields });
  const companion = await startCompanion({
    environment: readEnvironment(variables),
    log,
    dist: join(place.folder, 'dist'),
    timeouts: options.timeouts,
    loadExtension: loadDemo,
  });
  const base = companion.address.replace('localhost', '127.0.0.1');
  return {
    ...companion,
    base,
    shopAddress: companion.extension?.address,
    logged,
    fetch: (path, init) => fetch(base + path, init),
    post: (path, body, headers) =>
      fetch(base + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}
