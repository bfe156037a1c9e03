import type { Issue } from '../../contract/configuration/issue.ts';

/** A sentence for every code, and one for a line without a price. A message has none of its own: what it says is the product's. */
export type IssueSentences = Readonly<Record<Exclude<Issue['code'], 'message'> | 'no_price', string>>;
