import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { quantiles } from './quantiles.ts';
import { benchPlace } from './server/bench-place.ts';
import { load, type Target } from './server/load.ts';
import { startProcess } from './server/start-process.ts';
import { submission } from './server/submission.ts';
import { table } from './table.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    seconds: { type: 'string', default: '2' },
    connections: { type: 'string', default: '32' },
  },
});
const [rounds, seconds, connections] = [values.rounds, values.seconds, values.connections].map(Number) as [
  number,
  number,
  number,
];
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const { folder, config } = benchPlace();

const bare = await startProcess([path('./server/bare.ts'), join(folder, 'bare.sqlite')]);
const companion = await startProcess([path('../src/server/start.ts')], {
  PORT: '0',
  HOST: '127.0.0.1',
  QUOTELET_ENV: 'development',
  QUOTELET_CONFIG: config,
  QUOTELET_DATA: join(folder, 'data'),
  DEMO_RECEIVER_URL: `${bare.address}/sink`,
});

/** The same client for all: keep-alive connections, one request at a time on each. */
function target(address: string, route: string, button: 'cart' | 'quote'): Target {
  const body = JSON.stringify(
    submission(new URL('../demo/products/oak-table.json', import.meta.url), button),
  );
  return {
    pool: new Pool(address, { connections }),
    path: route,
    request: () => ({
      body,
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    }),
  };
}

try {
  await pause(3000);
  const idle = companion.memory();
  const targets = {
    bare: target(bare.address, '/submissions', 'quote'),
    cart: target(companion.address, '/api/v1/add-quote', 'cart'),
    quote: target(companion.address, '/api/v1/add-quote', 'quote'),
  };
  for (const one of Object.values(targets)) await load(one, connections, 2);
  const results: Record<keyof typeof targets, number>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Alternating, so that whatever else the machine does hits all alike. Webhooks of the round before go out first.
    const result = { bare: 0, cart: 0, quote: 0 };
    for (const name of ['bare', 'cart', 'quote'] as const) {
      result[name] = await load(targets[name], connections, seconds);
      await pause(500);
    }
    results.push(result);
  }
  const ratio = (name: 'cart' | 'quote') => quantiles(results.map((one) => one[name] / one.bare)).p50;
  process.stdout.write(`Accepted submissions a second, ${connections} connections, ${seconds} s a round\n\n`);
  process.stdout.write(
    `${table(
      ['round', 'bare route', 'cart', 'ratio', 'quotation', 'ratio'],
      results.map(({ bare, cart, quote }, round) => [
        `${round + 1}`,
        bare,
        cart,
        cart / bare,
        quote,
        quote / bare,
      ]),
    )}\n\n`,
  );
  process.stdout.write(
    `median ratio: cart ${ratio('cart').toFixed(2)}, quotation ${ratio('quote').toFixed(2)} (wanted: 0.50)\n`,
  );
  process.stdout.write(
    `memory: ${Math.round(idle)} MB idle, ${Math.round(companion.memory())} MB after the load\n`,
  );
  for (const { pool } of Object.values(targets)) await pool.close();
} finally {
  await companion.stop();
  await bare.stop();
  rmSync(folder, { recursive: true, force: true });
}
