import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { enrich } from '../../../../src/configuration/enrich.ts';
import type { AddQuoteAnswer } from '../../../../src/contract/quote/add-quote.ts';
import type { ErrorBody, ErrorDetail } from '../../../../src/contract/error/error-body.ts';
import type { Items } from '../../../../src/contract/quote/items.ts';
import {
  issueCases,
  product,
  resolveCase,
  today,
  troubled,
  type IssueCase,
} from '../../../engine/support/issue-cases.ts';
import { nonsense } from '../../../text/support/tags.ts';
import { makePlace, removePlace, type Place } from '../../support/stores.ts';
import { cabinet } from '../../support/products.ts';
import { cabinetItems, cartSubmission, material, quoteSubmission, width } from '../../support/submission.ts';
import { testCompanion, type TestCompanion } from '../../support/test-companion.ts';

let place: Place;
let companion: TestCompanion;
beforeAll(async () => {
  place = await makePlace('sqlite');
  const made = cabinet('http://127.0.0.1:9/hook');
  companion = await testCompanion(place, {
    products: [
      { ...made, drawing: { ...made.drawing!, title: { en: 'A cabinet', nl: 'Een kast' } } },
      { ...made, id: 'armoire', languages: ['fr', 'en'], name: { fr: 'Armoire', en: 'Wardrobe' } },
      {
        ...made,
        id: 'costly',
        prices: [
          {
            id: 'zz_wood',
            kind: 'formula',
            name: { en: 'Wood', nl: 'Hout' },
            amount: 'width * 10000000000000',
          },
          { id: 'zz_oil', kind: 'formula', name: 'Oil', amount: 'oiled ? 1 : size(engraving)' },
        ],
      },
      {
        ...troubled,
        outputs: [{ id: 'main', buttons: [{ id: 'cart', name: 'Cart', triggers: { post_message: true } }] }],
      },
    ],
  });
});
afterAll(async () => {
  await companion.stop();
  await removePlace(place);
});
afterEach(() => {
  vi.useRealTimers();
});

const add = (body: unknown) => companion.post('/api/v1/add-quote', body);
type Quotation = Extract<AddQuoteAnswer, { path: 'quotation' }>;

/** What a submission in this language comes to: the names in it, and the page of its quotation. */
async function quotationIn(language: unknown, more: Parameters<typeof quoteSubmission>[0] = {}) {
  const answer = await add({ ...quoteSubmission(more), language });
  expect(answer.status).toBe(201);
  const quotation = (await answer.json()) as Quotation;
  const page = await companion.fetch(`/quotations/${quotation.quotation_id}`);
  expect(page.status).toBe(200);
  return { quotation, html: await page.text() };
}

describe('the language of a submission', () => {
  it.each([
    ['nl', 'nl', 'Kast', 'Offerte'],
    ['NL', 'nl', 'Kast', 'Offerte'],
    ['nl_NL', 'nl-NL', 'Kast', 'Offerte'],
    ['nl_BE.UTF-8', 'nl-BE', 'Kast', 'Offerte'],
    ['nl_NL@euro', 'nl-NL', 'Kast', 'Offerte'],
    ['nl-NL-u-nu-arab', 'nl-NL', 'Kast', 'Offerte'],
    ['de_DE_formal', 'de-DE', 'Cabinet', 'Angebot'],
    ['en-', 'en', 'Cabinet', 'Quotation'],
    ['en-US@posix', 'en-US', 'Cabinet', 'Quotation'],
    ['en-u-nu-deva-ca-buddhist', 'en', 'Cabinet', 'Quotation'],
    ['zh_Hans_CN', 'en', 'Cabinet', 'Quotation'],
    ['ar-EG', 'en', 'Cabinet', 'Quotation'],
    ['fr', 'en', 'Cabinet', 'Quotation'],
    [null, 'en', 'Cabinet', 'Quotation'],
    [undefined, 'en', 'Cabinet', 'Quotation'],
    [7, 'en', 'Cabinet', 'Quotation'],
    [['nl'], 'en', 'Cabinet', 'Quotation'],
    ...nonsense.map((one): [unknown, string, string, string] => [one, 'en', 'Cabinet', 'Quotation']),
  ])('%j is %s', async (language, spoken, name, heading) => {
    const { quotation, html } = await quotationIn(language);
    expect(quotation.items[0]!.product_name).toBe(name);
    expect(quotation.items[0]!.image).toMatch(new RegExp(`&lang=${spoken}$`));
    expect(html).toContain(`<html lang="${spoken}">`);
    expect(html).toContain(`<h1>${heading}</h1>`);
    // No digits but 0 to 9, anywhere.
    expect(`${JSON.stringify(quotation)}${html}`).not.toMatch(/(?!\d)\p{Nd}/u);
  });

  it('is the product’s own where it is nobody’s', async () => {
    const more = { product_id: 'armoire', items: [{ ...cabinetItems()[0]!, product_id: 'armoire' }] };
    const { quotation, html } = await quotationIn('💥', more);
    expect(quotation.items[0]!.product_name).toBe('Armoire');
    expect(html).toContain('<html lang="fr">');
    // Our own words are not there in French, so neither is the day among them.
    expect(html).toContain('<h1>Quotation</h1>');
    const year = String(new Date(quotation.created_at).getFullYear());
    expect(html).toMatch(new RegExp(`<dd>\\w+ \\d{1,2}, ${year}</dd>`));
  });

  it('writes the days of the contact form out', async () => {
    const extra_fields = { heard_from: 'web', wanted_by: '2030-03-01' };
    expect((await quotationIn('nl_NL', { extra_fields })).html).toContain('<dd>1 maart 2030</dd>');
  });

  it('says two capital letters to systems that want them', async () => {
    for (const [language, code] of [
      ['nl_NL', 'NL'],
      ['💥', 'EN'],
    ]) {
      const answer = await add(cartSubmission({ language: language! }));
      expect(await answer.json()).toMatchObject({ message: { language: code } });
    }
  });

  it('is read again from what was stored by whom ever', async () => {
    const { quotation } = await quotationIn('nl');
    const show = async (language: string) => {
      await companion.store.db
        .updateTable('quotations')
        .set({ language })
        .where('id', '=', quotation.quotation_id)
        .execute();
      const page = await companion.fetch(`/quotations/${quotation.quotation_id}`);
      return [page.status, /<html lang="([^"]*)">/.exec(await page.text())?.[1]];
    };
    expect(await show('nl_NL')).toEqual([200, 'nl-NL']);
    expect(await show('ar-u-nu-arab')).toEqual([200, 'en']);
    for (const language of nonsense) expect(await show(language)).toEqual([200, 'en']);
  });
});

describe('the language of a picture', () => {
  it.each([
    ['nl', 'Een kast'],
    ['nl_NL', 'Een kast'],
    ['NL-be', 'Een kast'],
    ['nl-NL-u-nu-arab', 'Een kast'],
    ['nl_NL.UTF-8', 'Een kast'],
    ['fr', 'A cabinet'],
    ['zh_Hans_CN', 'A cabinet'],
    ...nonsense.map((one): [string, string] => [one, 'A cabinet']),
  ])('%j: %s', async (language, title) => {
    const query = new URLSearchParams({ lang: language });
    const answer = await companion.fetch(`/api/v1/products/cabinet/drawing.svg?${query}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(`<title>${title}</title>`);
  });
});

/** A case as a page sends it, with what no widget would let through: options that are gone, answers to closed questions. */
function itemsOf(one: IssueCase): Items {
  const { resolved } = resolveCase(one);
  const items = enrich(resolved, product, { language: 'en' });
  for (const [path, value] of Object.entries(one.answers)) {
    const { feature } = resolved.features.get(path) ?? {};
    if (!feature || value === null) continue;
    const step = items[0]!.items.find(({ ID }) => ID === (path.includes('[') ? 'zz_panels' : 'zz_main'))!;
    const answers = step.repetitions[Number(/\[(\d)\]/.exec(path)?.[1] ?? 0)]!;
    const told = answers.find(({ ID }) => ID === feature.id);
    if (told && feature.type !== 'multi_choice') continue;
    if (told) told.value = Object.fromEntries((value as string[]).map((id) => [id, true]));
    else
      answers.push({
        ID: feature.id,
        feature_name: '',
        type: 'single_selection',
        value: value === true ? 'yes' : (value as string),
      });
  }
  return items;
}

describe('what is wrong', () => {
  const cases = Object.entries(issueCases)
    // Entries that nobody can read are not sent; a quantity of none is refused before anything is checked.
    .filter(([code]) => code !== 'wrong_type')
    .flatMap(([code, all]) => all.map((one) => [code, one] as const))
    .filter(([, { answers }]) => answers['quantity'] !== 0);

  it.each(cases)('%s: %j is said in the language of the submission', async (code, one) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${today}T12:00:00`) });
    const { resolved } = resolveCase(one);
    const body = {
      product_id: product.id,
      output_id: 'main',
      button_id: 'cart',
      quantity: resolved.quantity,
      items: itemsOf(one),
    };
    for (const [index, language] of ['en_GB.UTF-8', 'nl_NL', 'DE'].entries()) {
      const answer = await add({ ...body, language });
      const { error } = (await answer.json()) as ErrorBody;
      const details = error.details as ErrorDetail[];
      // The British write their dates as the Dutch do.
      const said = one.says[index]!.replace(/(\w+) (\d+), (\d{4})/, '$2 $1 $3');
      expect(details.map((each) => `${each.code}: ${each.message.replaceAll('\u00a0', ' ')}`)).toContain(
        `${code}: ${said}`,
      );
    }
  });

  it('is said of a price by its name, and at the question that it waits for', async () => {
    const [cabinet] = cabinetItems([material('oak'), width(900)], []);
    const body = {
      ...cartSubmission(),
      product_id: 'costly',
      items: [{ ...cabinet!, product_id: 'costly' }],
    };
    for (const [language, ...said] of [
      ['en', 'With these choices there is no price for “Wood”', 'Needed for the price'],
      ['nl_NL', 'Bij deze keuzes is er geen prijs voor ‘Hout’', 'Nodig voor de prijs'],
    ]) {
      const { error } = (await (await add({ ...body, language })).json()) as ErrorBody;
      const messages = (error.details as ErrorDetail[]).map(({ code, message }) => `${code}: ${message}`);
      expect([...new Set(messages)].sort()).toEqual(said.map((one) => `price_incomplete: ${one}`).sort());
    }
  });

  it('is said in words where only a companion finds it', async () => {
    const sketch = { ID: 'sketch', type: 'file_input', value: 'gone' } as const;
    const items = cabinetItems([material('oak'), width(900), sketch], []);
    const wrong = cabinetItems([material('oak'), { ID: 'width', type: 'number_input', value: 'wide' }], []);
    for (const [language, lost, unreadable] of [
      ['en', 'This file is not (or no longer) here; please upload it again', 'We could not read this'],
      ['nl_NL', 'Dit bestand is er niet (meer); upload het opnieuw', 'Dit konden we niet lezen'],
      ['de', 'Diese Datei ist nicht (mehr) da; bitte laden Sie sie erneut hoch', 'Das konnten wir nicht'],
    ] as const) {
      const details = async (given: typeof items) => {
        const { error } = (await (await add(cartSubmission({ language, items: given }))).json()) as ErrorBody;
        return error.details as ErrorDetail[];
      };
      expect(await details(items)).toMatchObject([{ code: 'unknown_upload', message: lost }]);
      expect(await details(wrong)).toMatchObject([
        { code: 'wrong_type', message: expect.stringContaining(unreadable) as string },
      ]);
    }
  });
});
