import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { noAnswers } from '../src/engine/answers.ts';
import { createEngine, type Engine } from '../src/engine/create-engine.ts';
import { findRepairs } from '../src/engine/repairs/find-repairs.ts';
import { compileProduct } from '../src/product-compiler/compile-product.ts';
import type { ProductInput } from '../src/contract/product/product.ts';
import { productOfUvl } from '../tools/uvl/product-of-uvl.ts';
import { generateProduct } from './generate-product.ts';
import { quantiles } from './quantiles.ts';
import { random } from './random.ts';
import { randomEdit } from './random-edit.ts';
import { table } from './table.ts';

/** Edits before a configuration is started afresh. A shopper changes about so many things. */
const SESSION = 20;
const WARM_UP = 200;

/**
 * How long one edit takes: resolve with the resolution before, as the widget does, and price. For the
 * first edit of a session that ends in conflicts, the repairs of each are looked for too, as the widget does when it shows one.
 */
function measure(engine: Engine, seconds: number) {
  const next = random(1);
  const start = engine.resolve(noAnswers);
  const edits: number[] = [];
  const repairs: number[] = [];
  let conflicted = 0;
  let mended = 0;
  const end = performance.now() + seconds * 1000;
  for (let round = 0; performance.now() < end || edits.length < SESSION;) {
    let answers = noAnswers;
    let resolved = start;
    let asked = false;
    for (let n = 0; n < SESSION; n += 1, round += 1) {
      answers = randomEdit(answers, resolved, next).answers;
      const before = performance.now();
      resolved = engine.resolve(answers, resolved);
      engine.price(resolved);
      const after = performance.now();
      const broken = resolved.issues.filter(({ kind }) => kind === 'conflict');
      const warm = round >= WARM_UP || performance.now() >= end;
      if (warm) edits.push(after - before);
      if (warm && broken.length) conflicted += 1;
      // Once a session: the widget asks for the repairs of what it shows.
      if (!broken.length || asked) continue;
      asked = true;
      for (const issue of broken) {
        const from = performance.now();
        const found = findRepairs(engine, answers, resolved, issue);
        repairs.push(performance.now() - from);
        if (found.length) mended += 1;
      }
    }
  }
  return { edits, repairs, conflicted, mended, valid: start.valid };
}

function engineOf(input: ProductInput): Engine {
  const { product, problems } = compileProduct(input);
  if (!product) throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return createEngine(product);
}

const { values } = parseArgs({
  options: { uvl: { type: 'string', multiple: true }, seconds: { type: 'string', default: '3' } },
});
const folder = new URL('../demo/products/', import.meta.url);
const read = (file: string | URL) => readFileSync(file, 'utf8');
const products: [string, () => ProductInput][] = [
  ...readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file): [string, () => ProductInput] => [
      file.replace('.json', ''),
      () => JSON.parse(read(new URL(file, folder))) as ProductInput,
    ]),
  ...[20, 500, 2500].map((size): [string, () => ProductInput] => [
    `generated, ${size} features`,
    () => generateProduct(size),
  ]),
  ...(values.uvl ?? []).map((file): [string, () => ProductInput] => [
    file.split('/').at(-1)!,
    () => productOfUvl(read(file)).product,
  ]),
];

const rows = products.map(([name, input]) => {
  const engine = engineOf(input());
  const { edits, repairs, conflicted, mended, valid } = measure(engine, Number(values.seconds));
  const perSecond = edits.length / (edits.reduce((a, b) => a + b, 0) / 1000);
  const edit = quantiles(edits);
  const mend = quantiles(repairs);
  const share = (amount: number, of: number) => (of ? `${Math.round((amount / of) * 100)}%` : '–');
  return [
    valid ? name : `${name} (invalid at the start)`,
    perSecond,
    edit.p50,
    edit.p95,
    edit.max,
    share(conflicted, edits.length),
    share(mended, repairs.length),
    repairs.length ? mend.p50 : '–',
    repairs.length ? mend.p95 : '–',
  ];
});
const headings = [
  '',
  'edits/s',
  'p50 ms',
  'p95 ms',
  'max ms',
  'in conflict',
  'mended by one click',
  'its repairs p50 ms',
  'p95 ms',
];
process.stdout.write(
  `One edit is resolve + price, with the resolution before.\n\n${table(headings, rows)}\n`,
);
