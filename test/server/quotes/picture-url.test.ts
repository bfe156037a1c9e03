import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalConfiguration } from '../../../src/configuration/canonical-configuration.ts';
import { decodeConfiguration } from '../../../src/configuration/decode-configuration.ts';
import {
  encodeConfiguration,
  type CodedConfiguration,
} from '../../../src/configuration/encode-configuration.ts';
import { draw } from '../../../src/drawing/draw.ts';
import { createEngine } from '../../../src/engine/create-engine.ts';
import { compileProduct } from '../../../src/product-compiler/compile-product.ts';
import { svgText } from '../../../src/drawing/svg-text.ts';
import type { ProductInput } from '../../../src/contract/product/product.ts';
import type { PublishedFeature } from '../../../src/contract/published/published-feature.ts';
import type { Answer } from '../../../src/contract/configuration/answers.ts';
import type { Value } from '../../../src/contract/configuration/value.ts';
import { exactAnswers } from '../../../src/server/products/exact-answers.ts';
import { pictureUrl } from '../../../src/server/quotes/picture-url.ts';

const typed = fc.constant('Private words');

function valuesOf({ type, options = [], own }: PublishedFeature): fc.Arbitrary<Value> {
  const ids = fc.constantFrom('', ...options.map(({ id }) => id));
  switch (type) {
    case 'choice':
      return own ? fc.oneof(ids, fc.record({ own: typed })) : ids;
    case 'multi_choice':
      return fc.uniqueArray(ids);
    case 'yes_no':
      return fc.boolean();
    case 'number':
      return fc.integer({ min: 0, max: 3000 });
    case 'date':
      return fc.constant('2030-01-02');
    case 'file':
      return fc.constant({ file_id: 'A'.repeat(32), name: 'Private words.stl', size: 9 });
    default:
      return typed;
  }
}

/** A record with any of these members. */
const some = <T>(members: Record<string, fc.Arbitrary<T>>) =>
  fc.record(members, { requiredKeys: [] }) as fc.Arbitrary<Record<string, T>>;

const answersTo = (features: readonly PublishedFeature[]) =>
  some(
    Object.fromEntries(
      features
        .filter(({ type }) => type !== 'computed')
        .map((one) => [one.id, valuesOf(one).map((value): Answer => ({ value, by: 'user' }))]),
    ),
  );

describe.each(['oak-table', 'lift-slide-door', 'roller-blind', 'printed-part'])('the picture of %s', (id) => {
  const product = compileProduct(
    JSON.parse(readFileSync(`demo/products/${id}.json`, 'utf8')) as ProductInput,
  ).product!;
  const engine = createEngine(product, () => '2026-01-02');
  const picture = (configuration: CodedConfiguration) => {
    const drawn = draw(engine, engine.resolve(exactAnswers(product, configuration)), 'en');
    return drawn && svgText(drawn);
  };

  const readByDrawing = [...JSON.stringify(product.drawing).matchAll(/\["[$@]","(\w+)"\]/g)].map(
    ([, name]) => name,
  );

  it('is the same by its shorter code, which holds no text that the drawing does not read', () => {
    const repeated = product.steps.filter(({ repeat }) => repeat);
    const anything = fc.record({
      features: answersTo(product.steps.filter(({ repeat }) => !repeat).flatMap(({ features }) => features)),
      steps: some(
        Object.fromEntries(
          repeated.map((step) => [step.id, fc.array(answersTo(step.features), { maxLength: 4 })]),
        ),
      ),
    });
    fc.assert(
      fc.property(anything, (answers) => {
        const whole = canonicalConfiguration(product, engine.resolve(answers));
        const url = new URL(pictureUrl(product, whole, 'en', 'https://quotes.example'));
        const code = url.searchParams.get('c')!;
        expect(code.length).toBeLessThanOrEqual(encodeConfiguration(whole).length + 4);
        const short = decodeConfiguration(code)!;
        expect(picture(short)).toBe(picture(decodeConfiguration(encodeConfiguration(whole))!));
        for (const [, name] of JSON.stringify(short).matchAll(/"(\w+)":"Private words/g))
          expect(readByDrawing).toContain(name);
      }),
      { numRuns: 100 },
    );
  });
});
