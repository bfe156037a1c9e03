import { codedError, type CodedError } from '../element-api/coded-error.ts';

/** An error answer of the companion, or anything else that is JSON. */
interface Refusal {
  readonly error?: Pick<CodedError, 'code' | 'message'>;
}

const products = new Map<string, Promise<unknown>>();

/**
 * The JSON at a URL, requested once per page however many elements show it. After a failure the next call asks again.
 *
 * @throws CodedError `unreachable` (no answer, one that the browser withholds from this origin, or one that is not JSON), or
 *   the code and message of the companion's error answer
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
  const body = (await answer?.json().catch(() => {})) as Refusal | null | undefined;
  if (answer?.ok && body) return body;
  const {
    code = 'unreachable',
    message = `No product at ${url}. Is it there, and does it allow ${location.origin}?`,
  } = body?.error ?? {};
  throw codedError(code, message);
}
