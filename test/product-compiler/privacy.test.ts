import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProductInput } from '../../src/contract/product/product.ts';
import { compileProduct } from '../../src/product-compiler/compile-product.ts';
import { material, panels, productOf, top, width } from './support/product-of.ts';
import { problemsOf, publishedOf } from './support/problems-of.ts';

type Output = NonNullable<ProductInput['outputs']>[number];

const output = (triggers: Output['buttons'][number]['triggers']): Output => ({
  id: 'main',
  buttons: [{ id: 'quote', name: 'Quote', triggers }],
});

describe('outputs', () => {
  it('keep what their buttons do, not where it goes', () => {
    const triggers = {
      pdf: true,
      email: { to: ['sales@example.com'] },
      webhook: { url: 'https://example.com/hook' },
    };
    const { outputs } = publishedOf({
      outputs: [{ ...output(triggers), extra_fields: [{ id: 'vat', name: 'VAT number' }] }],
    });
    expect(outputs).toEqual([
      {
        id: 'main',
        extra_fields: [{ id: 'vat', name: 'VAT number', type: 'text', required: false, max_length: 500 }],
        buttons: [
          {
            id: 'quote',
            name: 'Quote',
            style: 'primary',
            triggers: { pdf: true, email: true, webhook: true, post_message: false },
          },
        ],
      },
    ]);
  });

  it.each<[string, Output[], string]>([
    [
      'a button without a trigger',
      [output({})],
      'outputs[0].buttons[0].triggers: the button sets nothing off',
    ],
    ['a trigger that is off', [output({ webhook: false, pdf: false })], 'sets nothing off'],
    [
      'two buttons of one id',
      [{ id: 'm', buttons: [...output({ pdf: true }).buttons, ...output({ pdf: true }).buttons] }],
      'outputs[0].buttons[1].id: the button "quote" is there twice',
    ],
    [
      'two outputs of one id',
      [output({ pdf: true }), output({ pdf: true })],
      'outputs[1].id: the output "main" is there twice',
    ],
    [
      'a choice without options',
      [{ ...output({ pdf: true }), extra_fields: [{ id: 'a', name: 'A', type: 'choice' }] }],
      'outputs[0].extra_fields[0].options: a field of type choice has options',
    ],
  ])('are refused with %s', (_what, outputs, message) => {
    expect(problemsOf({ outputs })[0]).toContain(message);
  });
});

describe('what is private', () => {
  // Marked, so that whatever slips through is found in the text of the published product.
  const secret = fc
    .string({ minLength: 1, maxLength: 20, unit: 'grapheme-ascii' })
    .map((text) => `SECRET-${text}`);
  const hidden = fc.oneof(
    fc.dictionary(fc.string({ maxLength: 5 }), secret, { minKeys: 1, maxKeys: 3 }),
    secret.map((one) => ({ deep: [{ inside: one }] })),
  );

  it('never comes out, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.array(hidden, { minLength: 6, maxLength: 6 }),
        fc.array(secret, { minLength: 3, maxLength: 3 }),
        (all, urls) => {
          const [a, b, c, d, e, f] = all as [object, object, object, object, object, object] as Record<
            string,
            unknown
          >[];
          const options = material.options.map((option) => ({ ...option, private: a! }));
          const product = productOf({
            steps: [
              {
                ...top,
                features: [
                  { ...material, options, private: b! },
                  { ...width, private: c! },
                ],
              },
              panels,
            ],
            prices: [
              { id: 'p', name: 'P', kind: 'fixed', amount: 1, private: d! },
              { id: 'q', name: 'Q', kind: 'formula', amount: 'width', private: e! },
            ],
            outputs: [output({ webhook: { url: urls[0]! }, email: { to: [urls[1]!] } })],
            legacy_webhooks: [urls[2]!],
            private: f!,
          });
          const { product: published } = compileProduct(product);
          expect(published).toBeDefined();
          const text = JSON.stringify(published);
          expect(text).not.toContain('SECRET');
          expect(text).not.toContain('"private"');
          expect(text).not.toContain('legacy_webhooks');
        },
      ),
    );
  });

  it('is not taken over with keys that no one knows', () => {
    const file = { ...productOf(), margin: 'SECRET', steps: [{ ...top, supplier: 'SECRET' }, panels] };
    const { product } = compileProduct(file);
    expect(JSON.stringify(product)).not.toContain('SECRET');
  });
});
