import { isIP } from 'node:net';
import type { buildConnector } from 'undici';
import { addressProblem, type Reach } from './address-problem.ts';
import { OutboundError } from './outbound-error.ts';

/** All addresses of a host name. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

/**
 * Wraps a connector so that it dials only what was checked. A filter inside `lookup` would be passed by every IP
 * literal, and a name checked first and looked up again by the socket could answer differently the second time. So
 * literals and *all* addresses of a name are judged here, and the socket is given the judged address itself; the name
 * stays for TLS and the Host header.
 */
export function guardedConnector(
  dial: buildConnector.connector,
  resolve: Resolve,
  development: boolean,
): buildConnector.connector {
  return (options, callback) => {
    const hostname = options.hostname.replace(/^\[(.*)\]$/, '$1');
    const reach: Reach =
      options.protocol === 'http:' ? 'loopback' : development ? 'public or loopback' : 'public';
    checkedAddresses(hostname, reach, resolve).then(
      (addresses) => dialInTurn(addresses),
      (error: Error) => callback(error, null),
    );

    /** One address after the other, as long as nothing answers: "localhost" is often two, and only one listens. */
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
