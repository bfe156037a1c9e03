import ipaddr from 'ipaddr.js';

/** Addresses that look public but aren't: every machine at Azure reaches its platform service at this one. */
const denied = new Set(['168.63.129.16']);

/** Which addresses a call may dial. */
export type Reach = 'public' | 'loopback' | 'public or loopback';

/**
 * Why an address may not be dialled; undefined if it may. Public means global unicast: IPv4 outside all special ranges, IPv6
 * within 2000::/3 and outside them. Addresses that wrap an IPv4 address (mapped, 6to4, NAT64, Teredo) are refused whatever they
 * wrap.
 *
 * @param address an IP address as a resolver gives it; anything else is refused.
 */
export function addressProblem(address: string, reach: Reach): string | undefined {
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address))
    return 'not an IP address';
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  if (range === 'loopback') return reach === 'public' ? 'a loopback address' : undefined;
  if (reach === 'loopback') return 'plain HTTP goes to this machine only';
  if (range !== 'unicast') return `a ${range} address`;
  if (parsed instanceof ipaddr.IPv6 && parsed.parts[0]! >> 13 !== 1) return 'outside 2000::/3';
  return denied.has(parsed.toString()) ? 'a denied address' : undefined;
}
