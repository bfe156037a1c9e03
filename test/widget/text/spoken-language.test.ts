import { afterEach, describe, expect, it, test, vi } from 'vitest';
import type { ProductInput } from '../../../src/contract/product/product.ts';
import { nonsense } from '../../text/support/tags.ts';
import { clearPage, mountProduct, tick, type, type OnPage } from '../support/mount-product.ts';
import { shelf } from '../support/products.ts';

afterEach(() => {
  clearPage();
  vi.useRealTimers();
});

const spoken = (page: OnPage) => [
  page.last('widget.ready')!.language,
  page.$<HTMLElement>('.widget').lang,
  page.$<HTMLElement>('h2').textContent,
  /Totaal|Total|Gesamt/.exec(page.text())?.[0],
];
const foreign = /(?!\d)\p{Nd}/u;

describe('the language for a page in', () => {
  it.each([
    ['nl', 'nl', 'Plank', 'Totaal'],
    ['NL', 'nl', 'Plank', 'Totaal'],
    ['nl_NL', 'nl-NL', 'Plank', 'Totaal'],
    ['nl_BE.UTF-8', 'nl-BE', 'Plank', 'Totaal'],
    ['nl_NL@euro', 'nl-NL', 'Plank', 'Totaal'],
    ['nl-NL-u-nu-arab', 'nl-NL', 'Plank', 'Totaal'],
    ['nl-u-ca-buddhist-nu-thai', 'nl', 'Plank', 'Totaal'],
    ['de-DE-x-formal', 'de-DE', 'Shelf', 'Gesamt'],
    ['de_DE_formal', 'de-DE', 'Shelf', 'Gesamt'],
    ['en-', 'en', 'Shelf', 'Total'],
    ['en-US@posix', 'en-US', 'Shelf', 'Total'],
    // For unsupported languages, the product's own is spoken.
    ['fr', 'en', 'Shelf', 'Total'],
    ['zh_Hans_CN', 'en', 'Shelf', 'Total'],
    ['ar-EG', 'en', 'Shelf', 'Total'],
    ...nonsense.map((one): [string, string, string, string] => [one, 'en', 'Shelf', 'Total']),
  ])('%j is %s', async (language, tag, name, total) => {
    const page = await mountProduct(shelf, {}, { language });
    expect(spoken(page)).toEqual([tag, tag, name, total]);
    expect(page.text()).not.toMatch(foreign);
  });

  it('nonsense is the product’s first', async () => {
    const dutch: ProductInput = { ...shelf, languages: ['nl', 'en'] };
    expect(spoken(await mountProduct(dutch, {}, { language: '💥' }))).toEqual([
      'nl',
      'nl',
      'Plank',
      'Totaal',
    ]);
    clearPage();
    expect(spoken(await mountProduct(dutch, {}, { language: 'fr_FR' }))).toEqual([
      'nl',
      'nl',
      'Plank',
      'Totaal',
    ]);
    clearPage();
    const french: ProductInput = { ...shelf, name: { fr: 'Étagère', en: 'Shelf' }, languages: ['fr', 'en'] };
    expect(spoken(await mountProduct(french, {}, { language: '' }))).toEqual([
      'fr',
      'fr',
      'Étagère',
      'Total',
    ]);
  });

  it('one of the product’s name is that one, though it is not listed', async () => {
    const named: ProductInput = { ...shelf, name: { en: 'Shelf', fr: 'Étagère' } };
    const page = await mountProduct(named, {}, { language: 'fr_CA' });
    expect(spoken(page)).toEqual(['fr-CA', 'fr-CA', 'Étagère', 'Total']);
  });
});

/** In languages with digits of their own; with a number that may be negative, and one in inches. */
const measured: ProductInput = {
  id: 'measured',
  version: '1',
  name: { ar: 'طاولة', fa: 'میز', mr: 'टेबल', he: 'שולחן' },
  languages: ['ar', 'fa', 'mr', 'he'],
  currency: 'EUR',
  steps: [
    {
      id: 'main',
      name: 'Main',
      features: [
        { id: 'width', name: 'Width', type: 'number', unit: 'mm', min: 400, max: 3000, default: 1200 },
        {
          id: 'tilt',
          name: 'Tilt',
          type: 'number',
          unit: 'percent',
          min: -45,
          max: 45,
          decimals: 1,
          default: -7.5,
        },
        {
          id: 'span',
          name: 'Span',
          type: 'number',
          unit: 'mm',
          display_unit: 'in',
          min: 609.6,
          max: 1828.8,
          decimals: 1,
          default: 914.4,
        },
      ],
    },
  ],
  prices: [{ id: 'base', name: 'Base', kind: 'formula', amount: '1000 + width' }],
};
const selections = async (page: OnPage) => (await page.mounted.getConfiguration()).selections;

describe.each(['ar-EG', 'ar-u-nu-arab', 'fa', 'mr-IN', 'he'])('numbers in %s', (language) => {
  it('have the digits that can be typed', async () => {
    const page = await mountProduct(measured, {}, { language });
    expect(page.text()).not.toMatch(foreign);
    expect(page.$('#width').value).toBe('1200');
    expect(page.text()).toContain('24 – 72 in');
  });

  it('are read as the field shows them, and as a keyboard of the language types them', async () => {
    const page = await mountProduct(measured, {}, { language });
    for (const id of ['width', 'tilt', 'span']) {
      const before = (await selections(page))[id];
      type(page.$(`#${id}`), '');
      await vi.waitFor(async () => expect((await selections(page))[id]).toBeUndefined());
      await page.mounted.select({ [id]: before! });
      const written = page.$(`#${id}`).value;
      type(page.$(`#${id}`), '');
      await vi.waitFor(async () => expect((await selections(page))[id]).toBeUndefined());
      type(page.$(`#${id}`), written);
      await vi.waitFor(async () => expect((await selections(page))[id]).toBe(before));
    }
    for (const text of ['٨٠٠', '۸۰۰', '८००', '８００', '800']) {
      type(page.$('#width'), text);
      await vi.waitFor(async () => expect((await selections(page))['width']).toBe(800));
      type(page.$('#width'), '900');
      await vi.waitFor(async () => expect((await selections(page))['width']).toBe(900));
    }
  });
});

/** Dates with bounds, and a step with at least two repetitions. */
const dated: ProductInput = {
  ...shelf,
  steps: [
    {
      id: 'main',
      name: 'Main',
      features: [
        { id: 'from', name: { en: 'From', nl: 'Vanaf' }, type: 'date', min: { days_from_today: 7 } },
        { id: 'until', name: { en: 'Until', nl: 'Tot' }, type: 'date', default: '2026-12-01' },
      ],
    },
    {
      id: 'boards',
      name: { en: 'Boards', nl: 'Planken' },
      repeat: { min: 2, max: 4, default: 2, item_name: 'Board' },
      features: [
        {
          id: 'depth',
          name: { en: 'Depth', nl: 'Diepte' },
          type: 'number',
          unit: 'mm',
          min: 100,
          default: 200,
        },
      ],
    },
  ],
  rules: [{ type: 'value', feature: 'until', value: '2027-03-04' }],
  prices: [],
};

describe('an error of a date', () => {
  it.each([
    [
      'nl_NL',
      'Kies 27 november 2026 of later',
      'Vanaf: Kies 27 november 2026 of later',
      'Wijzig in 4 maart 2027',
    ],
    [
      'en-GB',
      'Please choose 27 November 2026 or later',
      'From: Please choose 27 November 2026 or later',
      'Change to 4 March 2027',
    ],
    [
      'de',
      'Bitte wählen Sie den 27. November 2026 oder später',
      'From: Bitte wählen Sie den 27. November 2026 oder später',
      '4. März 2027 nehmen',
    ],
  ])(
    'is explained in %s at the question, in the live region and on submission',
    async (language, said, named, repair) => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-20T12:00:00') });
      const page = await mountProduct(dated, {}, { language });
      type(page.$('#from'), '2026-11-26');
      type(page.$('#until'), '2026-12-02');
      await vi.waitFor(() => expect(page.$<HTMLElement>('#from-field').textContent).toContain(said));
      await vi.waitFor(
        () => expect(page.$<HTMLElement>('[role=status].hidden').textContent).toContain(named),
        3000,
      );
      await vi.waitFor(() => expect(page.button(repair)).toBeDefined());
      await expect(page.mounted.submit('message')).rejects.toMatchObject({ code: 'invalid' });
      await vi.waitFor(() => expect(page.$<HTMLElement>('[part=problem]').textContent).toContain(named));
      page.button(repair).click();
      await tick();
      expect(page.$('#until').value).toBe('2027-03-04');
      expect(page.text()).not.toMatch(/\d{4}-\d\d-\d\d/);
    },
  );
});

test('an error in the number of repetitions names their step', async () => {
  const page = await mountProduct(dated, {}, { language: 'nl' });
  await page.mounted.select({ from: '2099-01-01', boards: [{}] });
  await expect(page.mounted.submit('message')).rejects.toMatchObject({ code: 'invalid' });
  await vi.waitFor(() =>
    expect(page.$<HTMLElement>('[part=problem]').textContent).toContain(
      'Planken: Voeg er meer toe: minstens 2',
    ),
  );
});
