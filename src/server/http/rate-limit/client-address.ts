import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/**
 * The address that a request counts against: IPv4, or the /64 of IPv6, because one subscriber has all of that.
 *
 * @param proxies how many proxies stand in front of the companion. Each appends the address that called it to
 *   `X-Forwarded-For`, so the shopper's is the n-th from the right; anything before that may be made up.
 */
export function clientAddress(incoming: IncomingMessage, proxies: number): string {
  const socket = incoming.socket.remoteAddress ?? '';
  const forwarded = proxies > 0 ? String(incoming.headers['x-forwarded-for'] ?? '') : '';
  const address = forwarded.split(',').at(-proxies)?.trim() ?? '';
  return network(proxies > 0 && ipaddr.isValid(address) ? address : socket);
}

function network(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
