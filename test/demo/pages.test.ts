import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../demo/', import.meta.url);
/** Of the shop; the receiver's page is not a part of it. */
const files = (ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith(ending) && !name.startsWith('server/'),
  );
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const texts = async (language: string, name: string) => {
  const module = (await import(new URL(`texts-${language}.mjs`, folder).href)) as Record<string, object>;
  return Object.keys(module[name]!);
};

const plain = (text: string) => text.replace(/\s+/g, ' ').trim().replaceAll('&amp;', '&');
/** What the shop says in its page: texts of elements marked for translation, and labels. */
const said = (page: string) => [
  ...[...page.matchAll(/<\w+[^>]*\sdata-text[^>]*>([^<]*)</g)].map(([, text]) => plain(text!)),
  ...[...page.matchAll(/<[^>]*\saria-label="([^"]*)"[^>]*\sdata-label/g)].map(([, text]) => plain(text!)),
];

describe.each(files('.html'))('%s', (name) => {
  const page = read(name);

  it.each([
    ['nl', 'dutch'],
    ['de', 'german'],
  ])('says everything in %s', async (language, of) => {
    const known = await texts(language, of);
    expect(said(page).filter((text) => !known.includes(text))).toEqual([]);
  });

  it('keeps to a strict policy, in which everything it loads has a place', () => {
    const [, policy = ''] = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page) ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    const framed = /<iframe\b|\sisolate\b/.test(
      page.slice(page.indexOf('<body>')).replace(/&lt;[^]*?&gt;/g, ''),
    );
    expect(policy.includes('frame-src')).toBe(framed);
    expect(policy.includes('{{companion}}')).toBe(/src="\{\{companion\}\}/.test(page));
  });

  it('has a title for every frame', () => {
    for (const [tag] of page.matchAll(/<iframe\b[^>]*>/g)) expect(tag).toMatch(/\stitle="[^"]+"/);
  });
});

it('has no translation that nobody needs', async () => {
  const scripts = files('.mjs').filter((name) => !name.startsWith('texts-'));
  const inScripts = scripts.flatMap((name) =>
    [...read(name).matchAll(/say\('([^']*)'\)/g)].map(([, text]) => text!),
  );
  const inTexts = [...read('texts.mjs').matchAll(/say\('([^']*)'\)/g)].map(([, text]) => text!);
  const needed = new Set([...files('.html').flatMap((name) => said(read(name))), ...inScripts, ...inTexts]);
  for (const [language, of] of [
    ['nl', 'dutch'],
    ['de', 'german'],
  ] as const)
    expect((await texts(language, of)).filter((text) => !needed.has(text))).toEqual([]);
});
