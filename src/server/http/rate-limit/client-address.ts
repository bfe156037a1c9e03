import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/**
 * Whom a request counts against: an IPv4 address, or the /64 of an IPv6 address, because that is what one subscriber has.
 *
 * @param proxies how many proxies stand in front of the companion. `X-Forwarded-For` is believed only as far as they
 *   wrote it: each appends the address it was called from, so the shopper's is the n-th from the right.
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
