import type { Resolved } from '../../../engine/resolved.ts';
import { fillSentence } from '../../../text/fill-sentence.ts';
import { aboutIssue, issueInWords } from '../../../text/issue-in-words.ts';
import { localise } from '../../../text/localise.ts';
import { numberFormat } from '../../../text/number-format.ts';
import { interfaceLanguage } from '../../../text/choose-language.ts';
import type { PublishedProduct } from '../../../contract/published/published-product.ts';
import type { Issue } from '../../../contract/configuration/issue.ts';
import { sentences } from './sentences.ts';

/**
 * The sentence that tells the shopper about an issue, word for word the browser's. It does not mention the issue's path.
 *
 * @param language in which it is told
 */
export function issueMessage(
  issue: Issue,
  product: Pick<PublishedProduct, 'languages' | 'name' | 'prices' | 'steps'>,
  { features }: Pick<Resolved, 'features'>,
  language: string,
): string {
  const { languages } = product;
  const ours = interfaceLanguage(language, languages);
  return issueInWords(issue, aboutIssue(issue, product, features.get(issue.path)?.feature), {
    language,
    interfaceLanguage: ours,
    t: (key, params) => fillSentence(sentences[ours][key], params),
    text: (text) => localise(text, [language, ...languages]),
    number: (value, options = {}) => numberFormat(language, options).format(value),
  });
}
