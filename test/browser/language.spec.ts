import { expect, test, type Page } from '@playwright/test';
import type { ProductInput } from '../../src/contract/product/product.ts';
import { configuration, element, heard as heardInline, record } from './support/configurator.ts';
import { companion } from './support/origins.ts';
import { servePage } from './support/serve-page.ts';
import { bare, heard, inline, open, embeddings } from './support/embeddings.ts';

/** The languages of all configurators that have started. */
const spoken = async (page: Page) =>
  (await heardInline(page, 'widget.ready')).map(({ data }) => data.language);

const attribute = (name: string, value: string) => ` ${name}="${value.replaceAll('"', '&quot;')}"`;
const tag = (lang?: string, more = '') =>
  `<quotelet-configurator product="oak-table"${lang === undefined ? '' : attribute('lang', lang)}${more}></quotelet-configurator>`;

for (const embedding of embeddings) {
  test.describe(`a configurator ${embedding.name}`, () => {
    for (const [written, tag, word] of [
      ['nl_NL', 'nl-NL', 'Totaal'],
      ['de_DE_formal', 'de-DE', 'Gesamt'],
      ['NL-u-nu-arab', 'nl', 'Totaal'],
      ['zh_Hans_CN', 'en', 'Total'],
      ['💥', 'en', 'Total'],
    ] as const) {
      test(`speaks ${tag} for lang="${written}"`, async ({ page }) => {
        const errors: string[] = [];
        page.on('pageerror', ({ message }) => errors.push(message));
        const inside = await open(page, embedding, { attributes: { lang: written } });
        expect((await heard(page, embedding, 'widget.ready')).map(({ data }) => data.language)).toEqual([
          tag,
        ]);
        await expect(inside.locator('[part~=widget]')).toHaveAttribute('lang', tag);
        await expect(inside.locator('[part~=summary]')).toContainText(word);
        await expect(inside.locator('[part~=total]')).toHaveText(/^\D*[\d.,]+\D*$/);
        if (embedding !== inline)
          expect(await inside.evaluate((tag) => tag.ownerDocument.documentElement.lang)).toBe(tag);
        expect(errors).toEqual([]);
      });
    }
  });
}

test('no value of lang keeps the configurator from starting, whenever it changes', async ({ page }) => {
  await record(page);
  await page.goto(await servePage(page, { body: tag('nl_NL') }));
  const host = element(page);
  await configuration(host);
  const changes = [
    ['C', 'en'],
    ['de-DE-x-formal', 'de-DE'],
    ['POSIX', 'en'],
    ['nl_NL.UTF-8', 'nl-NL'],
    ['', 'en'],
    ['DE', 'de'],
    ['  ', 'en'],
    ['nl_NL@euro', 'nl-NL'],
    ['a'.repeat(1000), 'en'],
    ['constructor', 'en'],
    ['nl-', 'nl'],
    ['__proto__', 'en'],
    ['de-u-nu-arab-ca-buddhist', 'de'],
    ['--', 'en'],
  ];
  for (const [index, [lang]] of changes.entries()) {
    await host.evaluate((tag, lang) => tag.setAttribute('lang', lang), lang);
    await expect.poll(async () => (await spoken(page)).length).toBe(index + 2);
  }
  expect(await spoken(page)).toEqual(['nl-NL', ...changes.map(([, language]) => language)]);
  await host.evaluate((tag) => tag.removeAttribute('lang'));
  await expect.poll(async () => (await spoken(page)).at(-1)).toBe('en');
  expect(await heardInline(page, 'widget.error')).toEqual([]);
});

test('the page’s language is found in every usual spelling, even if the element has none', async ({
  page,
}) => {
  await record(page);
  const head = '<script>document.documentElement.lang = "nl_NL"</script>';
  await page.goto(await servePage(page, { head, body: tag() + tag('') + tag(undefined, ' isolate') }));
  await expect.poll(() => spoken(page)).toEqual(['nl-NL', 'nl-NL', 'nl-NL']);
});

test.describe('in a browser that speaks Dutch', () => {
  test.use({ locale: 'nl-NL' });

  test('without a language on the page, the browser’s is spoken, in a bare iframe, too', async ({ page }) => {
    await record(page);
    const head = '<script>document.documentElement.removeAttribute("lang")</script>';
    await page.goto(await servePage(page, { head, body: tag() + tag(undefined, ' isolate') }));
    await expect.poll(() => spoken(page)).toEqual(['nl-NL', 'nl-NL']);
    for (const query of ['', '&lang=', '&lang']) {
      await page.goto(`${companion}/embed/oak-table?parent=${companion}${query}`);
      await expect(element(page).locator('[part~=summary]')).toContainText('Totaal');
    }
    await expect(page.locator('html')).toHaveAttribute('lang', 'nl-NL');
  });

  test('for nonsense, the product’s own language is spoken', async ({ page }) => {
    const inside = await open(page, bare, { attributes: { lang: '💥' } });
    await expect(inside.locator('[part~=summary]')).toContainText('Total');
  });
});

/** With bounds for days, and a number, also in a language with other digits. */
const dated: ProductInput = {
  id: 'dated',
  version: '1',
  name: { en: 'Gate', nl: 'Poort', ar: 'بوابة' },
  languages: ['en', 'nl', 'ar'],
  currency: 'EUR',
  steps: [
    {
      id: 'main',
      name: 'Main',
      features: [
        { id: 'from', name: { en: 'From', nl: 'Vanaf' }, type: 'date', min: { days_from_today: 7 } },
        { id: 'to', name: { en: 'To', nl: 'Tot' }, type: 'date', max: '2026-12-31', required: false },
        { id: 'width', name: 'Width', type: 'number', unit: 'mm', min: 400, max: 3000, default: 1200 },
      ],
    },
  ],
};

async function openDated(page: Page, lang: string) {
  await page.route('**/dated.json', (route) => route.fulfill({ json: dated }));
  const body = `<quotelet-configurator src="/dated.json" lang="${lang}"></quotelet-configurator>`;
  await page.goto(await servePage(page, { body }));
  const host = element(page);
  await configuration(host);
  return host;
}

for (const timezoneId of ['Pacific/Kiritimati', 'Pacific/Pago_Pago'])
  test.describe(`in ${timezoneId}`, () => {
    test.use({ timezoneId });

    test('the bound in the message is the first day that can be chosen', async ({ page }) => {
      const host = await openDated(page, 'nl_NL');
      const from = host.getByLabel('Vanaf');
      const earliest = (await from.getAttribute('min'))!;
      const day = await page.evaluate(
        (day) => new Date(`${day}T12:00`).toLocaleDateString('nl', { dateStyle: 'long' }),
        earliest,
      );
      await from.fill('2020-02-29');
      await expect(host.getByText(`Kies ${day} of later`)).toBeVisible();
      await from.fill(earliest);
      await expect(host.getByText('of later')).toHaveCount(0);
      await host.getByLabel('Tot').fill('2027-01-01');
      await expect(host.getByText('Kies 31 december 2026 of eerder')).toBeVisible();
      await host.getByLabel('Tot').fill('2026-12-31');
      await expect(host.getByText('of eerder')).toHaveCount(0);
    });
  });

for (const lang of ['ar-EG', 'ar-u-nu-arab', 'nl-u-nu-arab'])
  test(`lang="${lang}" changes no digits, and a keyboard with others can be used`, async ({ page }) => {
    const host = await openDated(page, lang);
    const width = host.getByLabel('Width');
    await expect(width).toHaveValue('1200');
    for (const [typed, value] of [
      ['١٥٠٠', 1500],
      ['800', 800],
      ['١٢٠ cm', 1200],
    ] as const) {
      await width.fill(typed);
      await page.keyboard.press('Tab');
      await expect.poll(async () => (await configuration(host)).selections['width']).toBe(value);
    }
  });
