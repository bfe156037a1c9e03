import { canonicalConfiguration } from '../../../configuration/canonical-configuration.ts';
import type { Resolved } from '../../../engine/create-engine.ts';
import { fillSentence } from '../../../text/fill-sentence.ts';
import { localise } from '../../../text/localise.ts';
import { readItems } from '../../../configuration/read-items.ts';
import { interfaceLanguage } from '../../../text/spoken-language.ts';
import type { AddQuoteBody } from '../../../contract/quote/add-quote.ts';
import type { CompanionErrorDetail } from '../../../contract/error/detail-code.ts';
import type { CanonicalConfiguration, Price } from '../../../contract/configuration/resolution.ts';
import type { CatalogueProduct } from '../../products/catalogue.ts';
import type { UploadRows } from '../../uploads/upload-rows.ts';
import { fillInFiles } from './fill-in-files.ts';
import { issueMessage } from './issue-message.ts';
import { repetitionIssues } from './repetition-issues.ts';
import { sentences } from './sentences.ts';

/** A submitted configuration, worked out again from ids and values alone. */
export interface Repriced {
  readonly resolved: Resolved;
  readonly price: Price;
  readonly configuration: CanonicalConfiguration;
  readonly uploads: readonly string[];
  /** Everything that is wrong with it; empty for one that may be stored. */
  readonly details: readonly CompanionErrorDetail[];
}

/** Reads the items, resolves and prices them. Nothing that the browser says about names, prices or pictures is read. */
export async function reprice(
  { published, engine }: Pick<CatalogueProduct, 'published' | 'engine'>,
  body: AddQuoteBody,
  uploads: Pick<UploadRows, 'find'>,
): Promise<Repriced> {
  const read = readItems(published, body.items);
  const jsonPath = (path: string): string => (path === 'quantity' ? path : read.jsonPath(path));
  const files = await fillInFiles(published, read.answers, uploads, jsonPath);
  const words = sentences[interfaceLanguage(body.language, published.languages)];
  const details = [...read.details, ...files.details].map((one) =>
    one.code === 'wrong_type' || one.code === 'unknown_upload' ? { ...one, message: words[one.code] } : one,
  );
  const resolved = engine.resolve({ ...files.answers, quantity: body.quantity });
  // What couldn't be read counts as unanswered; to report that as well would be saying it twice.
  const told = new Set(details.map(({ path }) => path));
  for (const issue of [...resolved.issues, ...repetitionIssues(resolved, read.answers)]) {
    const path = jsonPath(issue.path);
    if (issue.level !== 'error' || told.has(path)) continue;
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
  // What has a price in the product's own currency may be beyond all numbers in another.
  if (details.length === 0 && price.state === 'incomplete') {
    const message = fillSentence(words.no_price, {
      name: `${localise(published.name, [body.language, ...published.languages])} (${currency})`,
    });
    details.push({ path: jsonPath(''), code: 'price_incomplete', message });
  }
  const configuration = canonicalConfiguration(published, resolved);
  return { resolved, price, configuration, uploads: files.uploads, details };
}
