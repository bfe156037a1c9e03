import { describe, expect, it } from 'vitest';
import { addressProblem } from '../../../src/server/outbound/address-problem.ts';

describe('addressProblem', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '93.184.216.34',
    '2001:4860:4860::8888',
    '2606:4700::1111',
    '172.32.0.1',
    '100.63.255.255',
  ])('lets %s through', (address) => {
    expect(addressProblem(address, 'public')).toBeUndefined();
    expect(addressProblem(address, 'public or loopback')).toBeUndefined();
    expect(addressProblem(address, 'loopback')).toBeDefined();
  });

  it.each(['127.0.0.1', '127.255.255.254', '::1'])(
    'lets %s through to this machine only where allowed',
    (address) => {
      expect(addressProblem(address, 'public')).toBeDefined();
      expect(addressProblem(address, 'loopback')).toBeUndefined();
      expect(addressProblem(address, 'public or loopback')).toBeUndefined();
    },
  );

  it.each([
    ['unspecified', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['link-local, metadata', '169.254.169.254'],
    ['IETF', '192.0.0.170'],
    ['documentation', '192.0.2.1'],
    ['6to4 relay', '192.88.99.1'],
    ['benchmarking', '198.18.0.1'],
    ['documentation', '198.51.100.7'],
    ['documentation', '203.0.113.5'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['Azure platform', '168.63.129.16'],
    ['unspecified', '::'],
    ['IPv4-mapped', '::ffff:8.8.8.8'],
    ['IPv4-mapped loopback', '::ffff:127.0.0.1'],
    ['IPv4-compatible', '::127.0.0.1'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['local NAT64', '64:ff9b:1::1'],
    ['discard', '100::1'],
    ['Teredo', '2001::1'],
    ['6to4', '2002:7f00:1::'],
    ['documentation', '2001:db8::1'],
    ['documentation', '3fff::1'],
    ['unique local', 'fc00::1'],
    ['unique local, AWS metadata', 'fd00:ec2::254'],
    ['link-local', 'fe80::1'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['segment routing', '5f00::1'],
    ['unallocated', '4000::1'],
    ['unallocated', '1::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
  ])('refuses %s: %s', (_, address) => {
    for (const reach of ['public', 'loopback', 'public or loopback'] as const) {
      expect(addressProblem(address, reach)).toBeDefined();
    }
  });

  it.each(['127.1', '2130706433', '0x7f.1', '0177.0.0.1', '08.8.8.8', 'example.com', '', '8.8.8.8 '])(
    'refuses what is no plain address: %j',
    (address) => {
      expect(addressProblem(address, 'public or loopback')).toBeDefined();
    },
  );
});
