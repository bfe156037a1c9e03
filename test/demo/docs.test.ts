import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/create-engine.ts';
import { noAnswers } from '../../src/engine/answers.ts';
import { draw } from '../../src/drawing/draw.ts';
import { checkProduct } from '../../src/product-linter/file/check-product.ts';

type Json = Record<string, unknown>;
type Step = Json & { features: Json[] };

const text = readFileSync(new URL('../../docs/products.md', import.meta.url), 'utf8');

/** The examples of the guide by their mark: `product` stands for itself, `part` is added to the one marked `base`. */
const examples = [...text.matchAll(/^```json ?(.*)\n([^]*?)^```$/gm)].map(([, mark, json]) => ({
  mark: mark!,
  json: JSON.parse(json!) as Json,
  line: text.slice(0, text.indexOf(json!)).split('\n').length,
}));
const base = examples.find(({ mark }) => mark === 'product base')!.json;

/** Entries of a list replace those with the same id; the others are added. */
function merged(list: readonly Json[], more: readonly Json[]): Json[] {
  const isNew = ({ id }: Json) => id === undefined || !list.some((one) => one.id === id);
  return [
    ...list.map((one) => more.find(({ id }) => id !== undefined && id === one.id) ?? one),
    ...more.filter(isNew),
  ];
}

function withPart({ features = [], ...part }: Json): Json {
  const product: Json = structuredClone(base);
  const [first, ...others] = product.steps as [Step, ...Step[]];
  product.steps = [{ ...first, features: merged(first.features, features as Json[]) }, ...others];
  for (const [key, value] of Object.entries(part)) {
    const now = product[key];
    product[key] =
      Array.isArray(value) && Array.isArray(now) && key !== 'outputs' ? merged(now, value) : value;
  }
  return product;
}

describe('docs/products.md', () => {
  it.each(examples)('has an example at line $line that passes every check: $mark', ({ mark, json }) => {
    expect(mark).toMatch(/^(product( base)?|part)$/);
    const { product, problems } = checkProduct(mark === 'part' ? withPart(json) : json);
    expect(problems).toEqual([]);
    const engine = createEngine(product!);
    const resolved = engine.resolve(noAnswers);
    expect(resolved.issues.filter(({ kind }) => kind !== 'incomplete')).toEqual([]);
    if (product!.drawing) expect(draw(engine, resolved, 'en')).toBeDefined();
  });

  /** All values of a key anywhere in the examples. */
  function all(key: string, value: unknown = examples.map(({ json }) => json)): unknown[] {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => [
      ...(name === key ? [inner] : []),
      ...all(key, inner),
    ]);
  }

  it('shows every kind of input and rule', () => {
    const inputs = [
      'choice',
      'multi_choice',
      'yes_no',
      'number',
      'text',
      'date',
      'file',
      'computed',
      'hidden',
    ];
    const rules = [
      'visible',
      'enabled',
      'required',
      'allow',
      'requires',
      'excludes',
      'combination',
      'bounds',
    ].concat('default', 'value', 'message', 'repetitions');
    expect(all('type')).toEqual(expect.arrayContaining([...inputs, ...rules]));
  });

  it('shows every kind of price', () => {
    const kinds = ['fixed', 'measure', 'percentage', 'matrix', 'table', 'tiers', 'formula', 'on_request'];
    expect(all('kind')).toEqual(expect.arrayContaining(kinds));
  });

  it('links to headings and files that exist', () => {
    const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
      title!.toLowerCase().replaceAll(' ', '-'),
    );
    for (const [, anchor] of text.matchAll(/\]\(#([^)]+)\)/g)) expect(headings).toContain(anchor);
    for (const [, file] of text.matchAll(/\]\(([a-z]+\.md)\)/g))
      expect(readFileSync(new URL(`../../docs/${file}`, import.meta.url), 'utf8')).not.toBe('');
  });
});
