import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { quantiles } from '../quantiles.ts';
import { benchPlace } from '../server/bench-place.ts';
import { startProcess } from '../server/start-process.ts';
import { serve } from './serve.ts';

declare global {
  interface Window {
    took: number | undefined;
  }
}

const root = join(import.meta.dirname, '../..');
const ways = ['empty iframe', 'inline', 'isolated', 'bare iframe'] as const;
type Way = (typeof ways)[number];

/** A shop's page: it notes how long it took from its tag until a shopper can choose, in ms. */
function page(way: Way, companion: string, shop: string, empty: string): string {
  const done = '() => (window.took ??= performance.now() - window.begin)';
  const tag = {
    'empty iframe': `<iframe src="${empty}/empty" onload="window.done()"></iframe>`,
    inline: `<script src="${companion}/quotelet.js" async></script><quotelet-configurator product="oak-table"></quotelet-configurator>`,
    isolated: `<script src="${companion}/quotelet.js" async></script><quotelet-configurator product="oak-table" isolate></quotelet-configurator>`,
    'bare iframe': `<iframe src="${companion}/embed/oak-table?parent=${shop}" width="1000" height="900"></iframe>`,
  }[way];
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,"><body>
    <script>
      window.done = ${done};
      addEventListener('widget.ready', window.done);
      addEventListener('message', ({ data }) => data.event === 'widget.ready' && window.done());
      window.begin = performance.now();
    </script>${tag}</body></html>`;
}

export interface Started {
  readonly way: Way;
  /** ms */
  readonly p50: number;
  readonly max: number;
}

/**
 * From the tag until `widget.ready`, when a choice can be clicked and the price follows, in a browser that has never been there; beside
 * an empty document in an iframe of another site. In turns.
 */
export async function measureStart(browser: Browser, runs: number): Promise<Started[]> {
  const { folder, config } = benchPlace();
  let companion = '';
  const find = (path: string): string | undefined => {
    if (path === '/empty') return '<!doctype html><title>Empty</title><link rel="icon" href="data:,">';
    const way = ways.find((way) => path === `/${way.replace(' ', '-')}`);
    return way && page(way, companion, shop.origin, empty.origin);
  };
  const shop = await serve('127.0.0.1', find);
  const empty = await serve('localhost', find);
  const server = await startProcess([join(root, 'src/server/start.ts')], {
    PORT: '0',
    HOST: '127.0.0.1',
    QUOTELET_ENV: 'development',
    QUOTELET_CONFIG: config,
    QUOTELET_DATA: join(folder, 'data'),
    QUOTELET_ALLOWED_ORIGINS: shop.origin,
  });
  try {
    companion = server.address.replace('127.0.0.1', 'localhost');
    const took = new Map<Way, number[]>(ways.map((way) => [way, []]));
    for (let run = -1; run < runs; run += 1)
      for (let i = 0; i < ways.length; i += 1) {
        const way = ways[(i + run + 1) % ways.length]!;
        const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
        const tab = await context.newPage();
        await tab.goto(`${shop.origin}/${way.replace(' ', '-')}`);
        await tab.waitForFunction(() => window.took !== undefined);
        const ms = await tab.evaluate(() => window.took!);
        if (run >= 0) took.get(way)!.push(ms);
        await context.close();
      }
    return ways.map((way) => {
      const { p50, max } = quantiles(took.get(way)!);
      return { way, p50, max };
    });
  } finally {
    await server.stop();
    shop.close();
    empty.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
