import type { Value } from '../../contract/configuration/value.ts';

/** The text of an answer of the shopper's own; null if an option was chosen, or nothing. */
export const ownText = (value: Value | undefined) =>
  value && typeof value === 'object' && 'own' in value ? value.own : null;
