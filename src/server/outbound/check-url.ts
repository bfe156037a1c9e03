import { OutboundError } from './outbound-error.ts';

/**
 * Parses a URL that a merchant wrote and refuses those that must never be called: schemes other than HTTPS (in development also
 * plain HTTP, which then goes to this machine only), URLs with a user name or password, and ports below 1024 other than 443
 * (mail, shells and the like, to which an HTTP request could be smuggled).
 *
 * @throws OutboundError invalid_url
 */
export function checkUrl(text: string, { development }: { readonly development: boolean }): URL {
  const url = URL.parse(text);
  const refuse = (why: string): never => {
    throw new OutboundError('invalid_url', why);
  };
  if (url === null) return refuse('not a URL');
  if (url.protocol === 'http:' ? !development : url.protocol !== 'https:')
    return refuse('only https:// URLs are called');
  if (url.username !== '' || url.password !== '')
    return refuse('a URL with a user name or password is not called');
  if (url.protocol === 'https:' && url.port !== '' && Number(url.port) < 1024) {
    return refuse(`port ${url.port} is not called; use 443 or one from 1024`);
  }
  return url;
}
