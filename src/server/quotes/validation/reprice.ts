import { canonicalConfiguration } from '../../../configuration/canonical-configuration.ts';
import type { Resolved } from '../../../engine/resolved.ts';
import { fillSentence } from '../../../text/fill-sentence.ts';
import { localise } from '../../../text/localise.ts';
import { readItems } from '../../../configuration/read-items.ts';
import { interfaceLanguage } from '../../../text/choose-language.ts';
import type { AddQuoteBody } from '../../../contract/quote/add-quote.ts';
import type { CompanionErrorDetail } from '../../../contract/error/detail-code.ts';
import type { CanonicalConfiguration } from '../../../contract/configuration/canonical-configuration.ts';
import type { Price } from '../../../contract/configuration/price.ts';
import type { CatalogueProduct } from '../../products/catalogue.ts';
import type { UploadRows } from '../../uploads/upload-rows.ts';
import { fillInFiles } from './fill-in-files.ts';
import { issueMessage } from './issue-message.ts';
import { repetitionIssues } from './repetition-issues.ts';
import { sentences } from './sentences.ts';

/** A submitted configuration, resolved and priced again from ids and values alone. */
export interface Repriced {
  readonly resolved: Resolved;
  readonly price: Price;
  readonly configuration: CanonicalConfiguration;
  /** Ids of the uploads that it names. */
  readonly uploads: readonly string[];
  /** Everything that is wrong with it; empty if it may be stored. */
  readonly details: readonly CompanionErrorDetail[];
}

/** Reads the items, resolves and prices them. Names, prices and pictures from the browser are ignored. */
export async function reprice(
  { published, engine }: Pick<CatalogueProduct, 'published' | 'engine'>,
  body: AddQuoteBody,
  uploads: Pick<UploadRows, 'find'>,
): Promise<Repriced> {
  const read = readItems(published, body.items);
  const jsonPath = (path: string): string => (path === 'quantity' ? path : read.jsonPath(path));
  const files = await fillInFiles(published, read.answers, uploads);
  const words = sentences[interfaceLanguage(body.language, published.languages)];
  const details: CompanionErrorDetail[] = [
    // A value of the wrong type may be a shopper's doing; the other details tell a developer about the items.
    ...read.details.map((one) => (one.code === 'wrong_type' ? { ...one, message: words.wrong_type } : one)),
    ...files.missing.map((path) => ({
      path: jsonPath(path),
      code: 'unknown_upload' as const,
      message: words.unknown_upload,
    })),
  ];
  const resolved = engine.resolve({ ...files.answers, quantity: body.quantity });
  // A value that could not be read counts as unanswered, which is not reported as well.
  const reported = new Set(details.map(({ path }) => path));
  for (const issue of [...resolved.issues, ...repetitionIssues(resolved, read.answers)]) {
    const path = jsonPath(issue.path);
    if (issue.level !== 'error' || reported.has(path)) continue;
    details.push({
      path,
      code: issue.code,
      message: issueMessage(issue, published, resolved, body.language),
    });
  }
  const currency = body.currency ?? published.currency;
  if (currency !== published.currency && !Object.hasOwn(published.currencies ?? {}, currency)) {
    details.push({
      path: 'currency',
      code: 'unknown_currency',
      message: `There is no price in ${currency}.`,
    });
  }
  const price = engine.price(resolved, details.length === 0 ? currency : published.currency);
  // A price in the product's own currency may exceed all numbers in another one.
  if (details.length === 0 && price.state === 'incomplete') {
    const message = fillSentence(words.no_price, {
      name: `${localise(published.name, [body.language, ...published.languages])} (${currency})`,
    });
    details.push({ path: jsonPath(''), code: 'price_incomplete', message });
  }
  const configuration = canonicalConfiguration(published, resolved);
  return { resolved, price, configuration, uploads: files.uploads, details };
}
