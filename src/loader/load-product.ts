import type { ErrorBody } from '../contract/error/error-body.ts';
import { codedError } from '../bridge/coded-error.ts';

const products = new Map<string, Promise<unknown>>();

/**
 * The JSON at a URL, asked for once a page however many elements show it. Failures are forgotten, so that the next
 * call asks again.
 *
 * @throws {CodedError} `unreachable` (no answer, one that the browser withholds from this origin, or one that is no JSON), or
 *   the code and message of the companion's error answer.
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
  const answer = await fetch(url).catch(() => {});
  const body = (await answer?.json().catch(() => {})) as Partial<ErrorBody> | null | undefined;
  if (answer?.ok && body) return body;
  const {
    code = 'unreachable',
    message = `No product at ${url}. Is it there, and does it allow ${location.origin}?`,
  } = body?.error ?? {};
  throw codedError(code, message);
}
