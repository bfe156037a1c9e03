import { isIP } from 'node:net';
import type { buildConnector } from 'undici';
import { addressProblem, type Reach } from './address-problem.ts';
import { OutboundError } from './outbound-error.ts';

/** Looks up all addresses of a host name. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

interface GuardedConnectorOptions {
  readonly dial: buildConnector.connector;
  readonly resolve: Resolve;
  /** Allows loopback addresses, and plain HTTP to them. */
  readonly development: boolean;
}

/**
 * Wraps a connector so that it dials only addresses that were checked. A filter inside `lookup` would never see IP literals, and
 * a name that is checked first and looked up again by the socket could resolve to another address the second time. So literals
 * and *all* addresses of a name are checked here, and the socket gets the checked address itself; the name is kept for TLS and
 * the Host header.
 */
export function guardedConnector({
  dial,
  resolve,
  development,
}: GuardedConnectorOptions): buildConnector.connector {
  return (options, callback) => {
    const hostname = options.hostname.replace(/^\[(.*)\]$/, '$1');
    const reach: Reach =
      options.protocol === 'http:' ? 'loopback' : development ? 'public or loopback' : 'public';
    checkedAddresses(hostname, reach, resolve).then(
      (addresses) => dialInTurn(addresses),
      (error: Error) => callback(error, null),
    );

    /** Tries one address after the other until one answers: "localhost" often has two, of which only one listens. */
    function dialInTurn([address, ...others]: readonly string[]): void {
      // A literal needs no server name; without one, undici would make it the address.
      const servername = isIP(hostname) ? {} : { servername: options.servername ?? hostname };
      const target = { ...options, hostname: address!, ...(options.protocol === 'https:' ? servername : {}) };
      dial(target, (...result) => {
        if (result[0] !== null && others.length > 0) dialInTurn(others);
        else callback(...result);
      });
    }
  };
}

async function checkedAddresses(
  hostname: string,
  reach: Reach,
  resolve: Resolve,
): Promise<readonly string[]> {
  const addresses = isIP(hostname) ? [hostname] : await resolve(hostname);
  if (addresses.length === 0) throw new OutboundError('name_not_found', `${hostname} has no address`);
  for (const address of addresses) {
    const problem = addressProblem(address, reach);
    if (problem) throw new OutboundError('address_refused', `${hostname} is refused: ${problem}`);
  }
  return addresses;
}
