import { afterEach, describe, expect, it, test, vi } from 'vitest';
import type { Issue } from '../../../src/contract/configuration/issue.ts';
import { aboutIssue, issueInWords } from '../../../src/text/issue-in-words.ts';
import { loadTexts } from '../../../src/widget/text/load-texts.ts';
import { issueMessage } from '../../../src/server/quotes/validation/issue-message.ts';
import { issueCases, product, resolveCase, type IssueCase } from '../../engine/support/issue-cases.ts';

const languages = ['en', 'nl', 'de'] as const;
const all = Object.entries(issueCases).flatMap(([code, cases]) =>
  cases.map((one): [Issue['code'], IssueCase] => [code as Issue['code'], one]),
);

/** The issue of a case, as it comes from the engine, which unreadable entries never reach. */
function issueOf(code: Issue['code'], one: IssueCase) {
  const { resolved } = resolveCase(one);
  const unread: Issue = { kind: 'invalid', level: 'error', code: 'wrong_type', path: one.path };
  const issue =
    code === 'wrong_type'
      ? unread
      : resolved.issues.find((each) => each.code === code && each.path === one.path);
  if (!issue) throw new Error(`no ${code} at ${one.path} but ${JSON.stringify(resolved.issues)}`);
  return { resolved, issue };
}

/** The browser's sentence, and the companion's. */
async function sentences(code: Issue['code'], one: IssueCase, language: string): Promise<string[]> {
  const { resolved, issue } = issueOf(code, one);
  const about = aboutIssue(issue, product, resolved.features.get(issue.path)?.feature);
  const texts = await loadTexts(language, product.languages);
  return [issueInWords(issue, about, texts), issueMessage(issue, product, resolved, texts.language)];
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe.each(all)('%s of %j', (code, one) => {
  it.each(languages)('is said in full in %s, by the browser and the companion alike', async (language) => {
    const said = await sentences(code, one, language);
    const wanted = one.says[languages.indexOf(language)];
    expect(said.map((each) => each.replaceAll('\u00a0', ' '))).toEqual([wanted, wanted]);
  });

  it.each([...languages, 'nl-BE', 'de-AT', 'en-GB', 'fr', 'ar-EG', 'th_TH'])(
    'has nothing technical in it in %s',
    async (language) => {
      for (const said of await sentences(code, one, language)) {
        expect(said).not.toMatch(/zz_|[{}[\]|]|undefined|NaN|Infinity|∞|null/);
        // Neither a code nor an ISO date.
        expect(said).not.toMatch(/[a-z]_[a-z]|\d{4}-\d\d-\d\d|T\d\d:/);
        // No empty placeholder.
        expect(said).not.toMatch(/^\s|\s$|\s\s|^$/);
      }
    },
  );
});

test('a day is the same one east and west of Greenwich', async () => {
  const hours = new Set<number>();
  for (const zone of ['Pacific/Kiritimati', 'UTC', 'Pacific/Pago_Pago']) {
    vi.stubEnv('TZ', zone);
    hours.add(new Date().getTimezoneOffset() / 60);
    for (const code of ['too_early', 'too_late'] as const)
      for (const one of issueCases[code]) expect((await sentences(code, one, 'nl'))[0]).toBe(one.says[1]);
  }
  expect([...hours]).toEqual([-14, 0, 11]);
});

test.each([
  ['en-GB', '27 November 2026'],
  ['en-US', 'November 27, 2026'],
  ['de-AT', '27. November 2026'],
  // In the product's calendar, and the language of the sentence.
  ['th-TH', 'November 27, 2026'],
])('a day is written as in %s: %s', async (language, day) => {
  const [one] = issueCases.too_early;
  const { issue } = issueOf('too_early', one!);
  const texts = await loadTexts(language, ['en', 'th']);
  expect(issueInWords(issue, {}, texts)).toContain(day);
});
