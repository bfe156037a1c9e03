import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { build } from 'esbuild';
import { quantiles } from '../quantiles.ts';
import { kinds, type Kind } from './channel.ts';
import { serve } from './serve.ts';

/** Calls of a round, and how many of them are on their way at a time. */
const BURST = 2000;
const FLIGHT = 100;
const ONE_BY_ONE = 300;

export interface Measured {
  readonly kind: Kind;
  /** Calls a second: median of the rounds. */
  readonly rate: number;
  /** Round trip in ms. */
  readonly p50: number;
  readonly p99: number;
  /** Calls a second beside each of the others, in the same round: medians. */
  readonly beside: Readonly<Record<Kind, number>>;
}

const page = (script: string) =>
  `<!doctype html><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,"><body><script type="module" src="/${script}.js"></script>`;

async function pages(): Promise<(path: string) => string | undefined> {
  const { outputFiles } = await build({
    entryPoints: ['host', 'frame'].map((name) => join(import.meta.dirname, `${name}.ts`)),
    outdir: '/',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  const files = new Map(outputFiles.map(({ path, text }) => [path, text]));
  return (path) => files.get(path) ?? (/^\/(host|frame)$/.test(path) ? page(path.slice(1)) : undefined);
}

/**
 * One page with three iframes of another origin, in turns: whatever else the machine does hits all alike.
 *
 * @param site whether the frames belong to another site: the browser then gives them a process of their own
 */
export async function measureCalls(browser: Browser, rounds: number, site: boolean): Promise<Measured[]> {
  const find = await pages();
  const options = { fineClock: true };
  const shop = await serve('127.0.0.1', find, options);
  const companion = await serve(site ? 'localhost' : '127.0.0.1', find, options);
  const tab = await browser.newPage();
  try {
    await tab.goto(`${shop.origin}/host?frame=${companion.origin}/frame`);
    await tab.waitForFunction(() => 'bench' in window);
    if (!(await tab.evaluate(() => crossOriginIsolated))) throw new Error('The clock is too coarse');
    const burst = (kind: Kind) =>
      tab.evaluate(([kind, calls, flight]) => window.bench.burst(kind, calls, flight), [
        kind,
        BURST,
        FLIGHT,
      ] as const);
    const oneByOne = (kind: Kind) =>
      tab.evaluate(([kind, calls]) => window.bench.oneByOne(kind, calls), [kind, ONE_BY_ONE] as const);

    const rates: Record<Kind, number>[] = [];
    const trips = Object.fromEntries(kinds.map((kind) => [kind, [] as number[]])) as Record<Kind, number[]>;
    // The browser compiles what runs often: the first two rounds do not count.
    for (let round = -2; round < rounds; round += 1) {
      const rate = { raw: 0, quotelet: 0, penpal: 0 };
      for (let i = 0; i < kinds.length; i += 1) {
        const kind = kinds[(i + round + 2) % kinds.length]!;
        rate[kind] = await burst(kind);
        const took = await oneByOne(kind);
        if (round >= 0) trips[kind].push(...took);
      }
      if (round >= 0) rates.push(rate);
    }
    return kinds.map((kind) => {
      const { p50 } = quantiles(trips[kind]);
      const beside = (other: Kind) => quantiles(rates.map((rate) => rate[kind] / rate[other])).p50;
      return {
        kind,
        rate: quantiles(rates.map((rate) => rate[kind])).p50,
        p50,
        p99: trips[kind][Math.floor(trips[kind].length * 0.99)]!,
        beside: { raw: beside('raw'), quotelet: beside('quotelet'), penpal: beside('penpal') },
      };
    });
  } finally {
    await tab.close();
    shop.close();
    companion.close();
  }
}
