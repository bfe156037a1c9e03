import type { ErrorBody } from '../contract/error.ts';
import { loadError } from './load-error.ts';

const products = new Map<string, Promise<unknown>>();

/**
 * The JSON at a URL, asked for once a page however many elements show it. Failures are forgotten, so that the next
 * call asks again.
 *
 * @throws {LoadError} `unreachable` (no answer, or one that the browser withholds from this origin), or the code and
 *   message of the companion's error answer; a SyntaxError where the answer is not JSON.
 */
export function loadProduct(url: string): Promise<unknown> {
  let product = products.get(url);
  if (!product) {
    products.set(url, (product = request(url)));
    product.catch(() => products.delete(url));
  }
  return product;
}

async function request(url: string): Promise<unknown> {
  const answer = await fetch(url).catch(() => {
    throw loadError('unreachable', `No answer from ${url}. Is it up, and does it allow ${location.origin}?`);
  });
  const body: unknown = await answer.json();
  if (answer.ok) return body;
  const { code, message } = (body as ErrorBody).error;
  throw loadError(code, message);
}
