import type { CanonicalConfiguration } from '../contract/configuration/canonical-configuration.ts';

/** JSON in the one form of RFC 8785: members sorted by UTF-16 code units, no white space, numbers as ECMAScript prints them. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, one]) => one !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}

/** The fingerprint of a configuration: `sha256:` and 64 hex digits over its canonical JSON. Needs a secure context in a browser. */
export async function configHash(configuration: CanonicalConfiguration): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(configuration));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256:${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
