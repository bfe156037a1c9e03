import type { Selections, Value } from '../contract/configuration/value.ts';
import type { CodedConfiguration } from './encode-configuration.ts';
import { MOST_OPTIONS, MOST_REPETITIONS } from '../contract/limits.ts';
import { isRecord } from '../contract/is-record.ts';

/** Longest code that is read. The URL of a drawing has to fit the limits of proxies. */
const LONGEST = 16_000;

/** Decodes a configuration; undefined for any other text. It is not yet checked against the product. */
export function decodeConfiguration(code: string): CodedConfiguration | undefined {
  if (code.length > LONGEST || !/^[\w-]+$/.test(code)) return undefined;
  try {
    const binary = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (!Array.isArray(read) || read.length !== 3) return undefined;
    const [product_version, quantity, selections] = read as unknown[];
    if (typeof product_version !== 'string' || !Number.isFinite(quantity) || !isSelections(selections))
      return undefined;
    return { product_version, quantity: quantity as number, selections };
  } catch {
    return undefined;
  }
}

function isSelections(read: unknown): read is Selections {
  return (
    isRecord(read) &&
    Object.values(read).every(
      (value) =>
        isValue(value) ||
        (Array.isArray(value) &&
          value.length <= MOST_REPETITIONS &&
          value.every((one) => isRecord(one) && Object.values(one).every(isValue))),
    )
  );
}

const isValue = (read: unknown): read is Value =>
  read === null ||
  ['string', 'number', 'boolean'].includes(typeof read) ||
  (Array.isArray(read) && read.length <= MOST_OPTIONS && read.every((one) => typeof one === 'string')) ||
  (isRecord(read) && (typeof read['own'] === 'string' || typeof read['file_id'] === 'string'));
