import type { CanonicalConfiguration } from '../contract/configuration/canonical-configuration.ts';
import { canonicalJson } from './canonical-json.ts';

/** The fingerprint of a configuration: `sha256:` and 64 hex digits over its canonical JSON. Needs a secure context in a browser. */
export async function configHash(configuration: CanonicalConfiguration): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(configuration));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256:${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
