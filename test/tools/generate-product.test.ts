import { describe, expect, it } from 'vitest';
import { generateProduct } from '../../bench/generate-product.ts';
import { random } from '../../bench/random.ts';
import { randomEdit } from '../../bench/random-edit.ts';
import { noAnswers } from '../../src/engine/answers.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { compileProduct } from '../../src/product-compiler/compile-product.ts';
import { checkProduct } from '../../src/product-linter/file/check-product.ts';
import { productOfUvl } from '../../tools/uvl/product-of-uvl.ts';
import { bike } from './uvl/support/bike.ts';

describe('the generated product of the benches', () => {
  it.each([20, 500])('with %d features passes every check, starts valid and is always the same', (size) => {
    const product = generateProduct(size);
    expect(product.steps.flatMap(({ features }) => features)).toHaveLength(size);
    const { problems, product: published } = checkProduct(product);
    expect(problems).toEqual([]);
    expect(createEngine(published!).resolve(noAnswers).valid).toBe(true);
    expect(generateProduct(size)).toEqual(product);
  });
});

describe('what the benches measure', () => {
  it.each([
    ['a generated product', generateProduct(60)],
    ['an imported model', productOfUvl(bike).product],
  ])('is the same with the resolution before as without: %s', (_, input) => {
    const engine = createEngine(compileProduct(input).product!);
    const next = random(7);
    let answers = noAnswers;
    let resolved = engine.resolve(answers);
    let conflicts = 0;
    for (let edit = 0; edit < 150; edit += 1) {
      ({ answers } = randomEdit(answers, resolved, next));
      const before = resolved;
      resolved = engine.resolve(answers, before);
      expect(resolved).toEqual(engine.resolve(answers));
      // What did not change stays the same object, or everything would be drawn again.
      for (const [path, state] of resolved.features) {
        const known = before.features.get(path);
        if (known && JSON.stringify(known) === JSON.stringify(state)) expect(state).toBe(known);
      }
      if (!resolved.valid) conflicts += 1;
    }
    expect(conflicts).toBeGreaterThan(0);
  });
});
