import type { CanonicalConfiguration } from '../contract/configuration/canonical-configuration.ts';

/** The parts of a configuration that a share link or a drawing's URL holds. */
export type CodedConfiguration = Pick<CanonicalConfiguration, 'product_version' | 'quantity' | 'selections'>;

/** A configuration as text for a URL: base64url of `[version, quantity, selections]`. */
export function encodeConfiguration({ product_version, quantity, selections }: CodedConfiguration): string {
  const bytes = new TextEncoder().encode(JSON.stringify([product_version, quantity, selections]));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
