import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noAnswers } from '../../src/engine/answers.ts';
import { canonicalConfiguration } from '../../src/configuration/canonical-configuration.ts';
import { draw } from '../../src/drawing/draw.ts';
import type { Resolved } from '../../src/engine/resolved.ts';
import { enrich } from '../../src/configuration/enrich.ts';
import { readItems } from '../../src/configuration/read-items.ts';
import type { SvgNode } from '../../src/drawing/svg-node.ts';
import { svgText } from '../../src/drawing/svg-text.ts';
import type { Product } from '../../src/contract/product/product.ts';
import type { PublishedFeature } from '../../src/contract/published/published-feature.ts';
import { Items } from '../../src/contract/quote/items.ts';
import type { Selections, Value } from '../../src/contract/configuration/value.ts';
import { checkProduct } from '../../src/product-linter/file/check-product.ts';
import { choose, demoEngine, demoProducts, readDemo } from './demo-products.ts';

/** Every object and text below a value, with its key. */
function* walk(value: unknown, key = ''): Generator<[string, unknown]> {
  yield [key, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) yield* walk(inner, Array.isArray(value) ? key : name);
}
const found = (pick: (key: string, value: unknown) => unknown) =>
  new Set(
    demoProducts
      .flatMap((id) => [...walk(readDemo(id))])
      .map(([key, value]) => pick(key, value))
      .filter((one) => one !== undefined),
  );
const entry = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** A value that a shopper may give to a feature, sensible or not. */
function anyValue(feature: PublishedFeature): fc.Arbitrary<Value | undefined> {
  const ids = (feature.options ?? []).map(({ id }) => id);
  const one: Record<string, fc.Arbitrary<Value>> = {
    choice: fc.constantFrom<Value>(
      ...ids,
      ...(ids.length ? [] : [null]),
      ...(feature.own ? [{ own: 'RAL 5008' }] : []),
    ),
    multi_choice: fc.subarray(ids),
    yes_no: fc.boolean(),
    number: fc.oneof(fc.integer({ min: 0, max: 7000 }), fc.double({ min: 0, max: 100, noNaN: true })),
    text: fc.string({ minLength: 1, maxLength: 30 }),
    date: fc.constantFrom('2026-01-01', '2031-12-24'),
    // Name and size do not travel: the companion knows them.
    file: fc.constant({ file_id: 'abcdefghijklmnopqrstuvwx', name: '', size: 0 }),
    hidden: fc.constant(
      feature.value_type === 'boolean' ? true : feature.value_type === 'number' ? 3 : 'SPRING',
    ),
  };
  // Mostly none, or hardly any configuration would be valid.
  const some = one[feature.type] ?? fc.constant(null);
  return fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: some });
}

describe.each(demoProducts)('%s', (id) => {
  const engine = demoEngine(id);
  const { product } = engine;
  const defaults = engine.resolve(noAnswers);

  it('passes every check without a problem', () => expect(checkProduct(readDemo(id)).problems).toEqual([]));

  it('is valid and priced as it is offered first', () => {
    expect(defaults.valid).toBe(true);
    expect(engine.price(defaults)).toMatchObject({ state: 'priced', missing: [] });
    expect(defaults.lead_time_days).toBeGreaterThan(0);
  });

  it('says everything in English, Dutch and German', () => {
    for (const [key, value] of walk(readDemo(id))) {
      if (entry(value, 'en') !== undefined) {
        expect(Object.keys(value as object).sort()).toEqual(['de', 'en', 'nl']);
        expect(Object.values(value as object).every((text) => String(text).trim() !== '')).toBe(true);
      } else if (/^(name|help|text|reason|title|placeholder|pattern_help|item_name|description)$/.test(key)) {
        // Texts without a language: measures, materials, colour numbers.
        if (typeof value === 'string' && key !== 'text')
          expect(value).toMatch(/^[A-Z]{2,4}( \d+)?$|^\d+ mm$/);
      }
    }
  });

  it('has the output that everybody relies on', () => {
    const main = product.outputs.find((output) => output.id === 'main');
    const triggers = Object.fromEntries(main!.buttons.map((button) => [button.id, button.triggers]));
    const none = { pdf: false, email: false, webhook: false, post_message: false };
    expect(triggers).toEqual({
      quote: { ...none, pdf: true, webhook: true, post_message: true },
      cart: { ...none, webhook: true, post_message: true },
      message: { ...none, post_message: true },
    });
    expect(product.dialects).toEqual(['iconfigure', 'quote3d', 'elfsquad']);
  });

  it('keeps what is private to itself', () => {
    expect(JSON.stringify(product)).not.toMatch(/private|cost|supplier|margin|DEMO_RECEIVER|purchase/);
  });

  const features = product.steps.flatMap((step) => (step.repeat ? [] : step.features));
  const repeated = product.steps.filter((step) => step.repeat);
  const record = (list: readonly PublishedFeature[]) =>
    fc
      .record(
        Object.fromEntries(
          list.filter(({ type }) => type !== 'computed').map((one) => [one.id, anyValue(one)]),
        ),
      )
      .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));
  const selections: fc.Arbitrary<Selections> = fc
    .record({
      plain: record(features),
      steps: fc.record(
        Object.fromEntries(
          repeated.map((step) => [step.id, fc.array(record(step.features), { minLength: 1, maxLength: 5 })]),
        ),
      ),
    })
    .map(({ plain, steps }) => ({ ...plain, ...steps }) as Selections);

  /** The same configuration, sent as items and read back. */
  const sent = (resolved: Resolved) => {
    const items = Items.parse(JSON.parse(JSON.stringify(enrich(resolved, product, { language: 'nl' }))));
    const { answers, details } = readItems(product, items);
    expect(details).toEqual([]);
    return engine.resolve({ ...answers, quantity: resolved.quantity });
  };

  it('survives the way through the items, whatever is chosen', () => {
    fc.assert(
      fc.property(selections, fc.integer({ min: 1, max: 12 }), (select, quantity) => {
        const here = choose(engine, select, quantity);
        fc.pre(here.valid);
        const there = sent(here);
        expect(canonicalConfiguration(product, there)).toEqual(canonicalConfiguration(product, here));
        expect(engine.price(there)).toEqual(engine.price(here));
        expect(there.valid).toBe(true);
      }),
      { numRuns: 60, maxSkipsPerRun: 200 },
    );
  });

  it('survives it as it is offered first', () => {
    const there = sent(defaults);
    expect(canonicalConfiguration(product, there)).toEqual(canonicalConfiguration(product, defaults));
    expect(there.valid).toBe(true);
  });

  const allNodes = (node: SvgNode): SvgNode[] => [
    node,
    ...node.children.flatMap((child) => (typeof child === 'string' ? [] : allNodes(child))),
  ];

  it('can be drawn, whatever is chosen', () => {
    fc.assert(
      fc.property(selections, (select) => {
        const picture = draw(engine, choose(engine, select), 'de')!;
        expect(picture.attributes.viewBox).toBe('0 0 800 600');
        expect(svgText(picture)).not.toMatch(/undefined|NaN|Infinity|null/);
        expect(allNodes(picture).length).toBeLessThan(1500);
      }),
      { numRuns: 60 },
    );
  });

  it('is not drawn at all where its scale is unset, rather than at full size', () => {
    const groups = (select: Selections) =>
      draw(engine, choose(engine, select), 'en')!.children.flatMap((child) =>
        typeof child === 'string' || child.tag !== 'g' ? [] : [`${child.attributes['transform']}`],
      );
    const usual = groups({});
    for (const { id } of features.filter(({ type }) => type === 'number'))
      for (const group of groups({ [id]: null }))
        if (group.endsWith('scale(1)')) expect(usual, `without ${id}`).toContain(group);
  });

  it('shows every choice in its picture or leaves it alone, without losing a colour', () => {
    for (const feature of features)
      for (const option of feature.options ?? []) {
        const value = feature.type === 'choice' ? option.id : [option.id];
        const resolved = choose(engine, { [feature.id]: value });
        const shapes = allNodes(draw(engine, resolved, 'en')!).filter(({ tag }) =>
          /^(rect|polygon|path|circle|ellipse)$/.test(tag),
        );
        expect(shapes.filter(({ attributes }) => !('fill' in attributes || 'stroke' in attributes))).toEqual(
          [],
        );
      }
  });
});

describe('the four products together use', () => {
  it('every kind of input', () => {
    const kinds = found((key, value) => (key === 'features' ? entry(value, 'type') : undefined));
    expect([...kinds].sort()).toEqual(
      ['choice', 'computed', 'date', 'file', 'hidden', 'multi_choice', 'number', 'text', 'yes_no'].sort(),
    );
    const displays = found((_, value) => {
      const type = entry(value, 'type');
      return type === 'choice' || type === 'multi_choice'
        ? `${type} ${String(entry(value, 'display'))}`
        : undefined;
    });
    displays.delete('choice undefined');
    expect([...displays].sort()).toEqual([
      'choice colour',
      'choice dropdown',
      'choice image',
      'choice pills',
      'choice radio',
      'multi_choice checkbox',
      'multi_choice colour',
      'multi_choice image',
      'multi_choice pills',
    ]);
    const units = found((_, value) => (entry(value, 'type') === 'number' ? entry(value, 'unit') : undefined));
    expect([...units].sort()).toEqual(['degree', 'mm', 'percent', 'piece']);
  });

  it('every kind of rule', () => {
    const kinds = found((key, value) => (key === 'rules' ? entry(value, 'type') : undefined));
    expect([...kinds].sort()).toEqual(
      ['visible', 'enabled', 'required', 'allow', 'requires', 'excludes', 'combination', 'bounds']
        .concat('default', 'value', 'message', 'repetitions')
        .sort(),
    );
    expect([...found((_, value) => entry(value, 'level'))].sort()).toEqual(['error', 'info', 'warn']);
  });

  it('every kind of price', () => {
    const kinds = found((key, value) => (key === 'prices' ? entry(value, 'kind') : undefined));
    expect([...kinds].sort()).toEqual([
      'fixed',
      'formula',
      'matrix',
      'measure',
      'on_request',
      'percentage',
      'table',
      'tiers',
    ]);
    expect(
      [...found((key, value) => (key === 'mode' && typeof value === 'string' ? value : undefined))].sort(),
    ).toEqual(['nearest', 'slab', 'up', 'whole']);
    expect([...found((_, value) => entry(value, 'per'))].sort()).toEqual(['order', 'piece', 'total']);
  });

  it('every kind of shape', () => {
    const kinds = found((_, value) => entry(value, 'shape')?.toString());
    for (const shape of [
      'rect',
      'circle',
      'ellipse',
      'line',
      'polyline',
      'polygon',
      'path',
      'text',
      'group',
      'dimension',
    ])
      expect(kinds).toContain(shape);
  });

  it('prices with and without tax', () => {
    const taxes = demoProducts.map((id) => (readDemo(id) as Product).tax.prices);
    expect(taxes).toEqual(['gross', 'net', 'gross', 'gross']);
  });
});
