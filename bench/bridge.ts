import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { ensureBuilt } from '../src/server/command/ensure-built.ts';
import { findChromium } from '../test/browser/support/find-chromium.ts';
import { measureCalls } from './bridge/measure-calls.ts';
import { measureStart } from './bridge/measure-start.ts';
import { table } from './table.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '21' }, runs: { type: 'string', default: '9' } },
});
const [rounds, runs] = [Number(values.rounds), Number(values.runs)];
const print = (text: string) => process.stdout.write(`${text}\n`);

await ensureBuilt(join(import.meta.dirname, '..'));
// As on people's desktops: a frame of another site gets a process of its own, however little memory there is here.
const args = ['--no-sandbox', '--site-per-process'];
const browser = await chromium.launch({ executablePath: await findChromium(), args });
try {
  for (const site of [false, true]) {
    const measured = await measureCalls(browser, rounds, site);
    print(
      `Calls into an iframe of another ${site ? 'site, in a process of its own' : 'origin of the same site'}; ${rounds} rounds, in turns\n`,
    );
    print(
      table(
        ['', 'calls a second', 'beside raw', 'beside penpal', 'round trip p50 ms', 'p99'],
        measured.map(({ kind, rate, p50, p99, beside }) => [
          kind,
          rate,
          `${beside.raw.toFixed(2)}×`,
          `${beside.penpal.toFixed(2)}×`,
          p50.toFixed(3),
          p99.toFixed(3),
        ]),
      ),
    );
    const { raw, penpal } = measured.find(({ kind }) => kind === 'quotelet')!.beside;
    print(`\nours: ${raw.toFixed(2)} × raw (wanted: 0.80), ${penpal.toFixed(2)} × penpal (wanted: 1.00)\n`);
  }

  const started = await measureStart(browser, runs);
  const [{ p50: nothing }] = started as [(typeof started)[number]];
  print(`From the tag until a shopper can choose; nothing in the browser's cache, ${runs} runs, in turns\n`);
  print(
    table(
      ['', 'median ms', 'most', 'more than an empty iframe'],
      started.map(({ way, p50, max }) => [way, p50.toFixed(0), max.toFixed(0), (p50 - nothing).toFixed(0)]),
    ),
  );
} finally {
  await browser.close();
}
