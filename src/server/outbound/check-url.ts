import { OutboundError } from './outbound-error.ts';

/**
 * Reads a URL that a merchant wrote and refuses what must never be called: other schemes than HTTPS (and plain HTTP,
 * in development, which then goes to this machine only), a name and password in it, ports below 1024 other than 443
 * (mail, shells and the like, which an HTTP request could be smuggled to).
 *
 * @throws OutboundError invalid_url
 */
export function checkUrl(text: string, development: boolean): URL {
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
