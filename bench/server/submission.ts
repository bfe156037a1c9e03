import { readFileSync } from 'node:fs';
import { noAnswers } from '../../src/engine/answers.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { enrich } from '../../src/configuration/enrich.ts';
import { compileProduct } from '../../src/product-compiler/compile-product.ts';
import type { AddQuoteRequest } from '../../src/contract/quote/add-quote.ts';
import type { ProductInput } from '../../src/contract/product/product.ts';

/** The body of `POST /api/v1/add-quote` for a demo product as it comes, sent by one of the buttons of its output `main`. */
export function submission(productFile: URL, button: 'cart' | 'quote'): AddQuoteRequest {
  const { product } = compileProduct(JSON.parse(readFileSync(productFile, 'utf8')) as ProductInput);
  if (!product) throw new Error(`${productFile.pathname} is not valid`);
  return {
    output_id: 'main',
    button_id: button,
    product_id: product.id,
    product_version: product.version,
    language: 'en',
    quantity: 1,
    items: enrich(createEngine(product).resolve(noAnswers), product, { language: 'en' }),
    ...(button === 'quote' && {
      customer: { first_name: 'Jane', last_name: 'Doe', email: 'jane@example.com', phone: '+31 6 12345678' },
    }),
  };
}
