import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ProductInput } from '../../../src/contract/product/product.ts';
import type { Selections } from '../../../src/contract/configuration/value.ts';
import { clearPage, mountProduct } from '../support/mount-product.ts';
import { PageAround } from '../support/page-around.ts';
import { everything, shelf } from '../support/products.ts';

afterEach(clearPage);

/** One feature of each kind, and hidden ones of each type. */
const product: ProductInput = {
  ...everything,
  steps: [
    {
      ...everything.steps[0]!,
      features: [
        ...everything.steps[0]!.features,
        {
          id: 'length',
          name: 'Length',
          type: 'number',
          unit: 'mm',
          display_unit: 'cm',
          max: 5000,
          decimals: 1,
        },
        { id: 'kilos', name: 'Kilos', type: 'number', unit: 'g', required: false },
        { id: 'count', name: 'Count', type: 'hidden', value_type: 'number' },
        { id: 'trade', name: 'Trade', type: 'hidden', value_type: 'boolean' },
      ],
    },
  ],
};

async function opened(preselect: Record<string, string>) {
  const page = await mountProduct(product, {}, { preselect });
  return { page, ...(await page.mounted.getConfiguration()) };
}

describe('an address selects', () => {
  test.each<[Record<string, string>, Selections]>([
    [{ size: '900' }, { size: 900 }],
    [{ size: '900.6' }, { size: 901 }],
    [{ size: '90 cm' }, { size: 900 }],
    [{ size: '0,9m' }, { size: 900 }],
    [{ size: '36 1/2"' }, { size: 927 }],
    [{ length: '90' }, { length: 900 }],
    [{ length: '1.234' }, { length: 12.3 }],
    [{ length: '900 mm' }, { length: 900 }],
    [{ kilos: '1 kg 200 g' }, { kilos: 1200 }],
    [{ size: '-5' }, { size: -5 }],
    [{ radio: 'b' }, { radio: 'b' }],
    [{ radio: 'c' }, { radio: 'c' }],
    [{ paint: 'own:RAL 7016' }, { paint: { own: 'RAL 7016' } }],
    [{ many: 'three,one' }, { many: ['one', 'three'] }],
    [{ many: '' }, { many: [] }],
    [{ yes: 'yes' }, { yes: true }],
    [{ yes: 'TRUE' }, { yes: true }],
    [{ yes: '1' }, { yes: true }],
    [{ yes: 'no' }, { yes: false }],
    [{ note: 'For the hall, please' }, { note: 'For the hall, please' }],
    [{ day: '2031-02-28' }, { day: '2031-02-28' }],
    [{ secret: 'partner' }, { secret: 'partner' }],
    [
      { count: '3', trade: 'yes' },
      { count: 3, trade: true },
    ],
  ])('%j', async (preselect, expected) => {
    const { page, selections } = await opened(preselect);
    for (const [id, value] of Object.entries(expected)) {
      const said = selections[id];
      expect(said ?? []).toEqual(value);
    }
    expect(page.last('widget.error')).toBeUndefined();
  });

  test('the quantity', async () => {
    expect((await opened({ quantity: '3' })).quantity).toBe(3);
  });

  test.each<[Record<string, string>, string, string]>([
    [{ wdth: '900' }, 'unknown_feature', 'wdth'],
    [{ all: 'x' }, 'unknown_feature', 'all'],
    [JSON.parse('{"__proto__":"x"}') as Record<string, string>, 'unknown_feature', '__proto__'],
    [{ constructor: 'x' }, 'unknown_feature', 'constructor'],
    [{ size: 'wide' }, 'wrong_type', 'size'],
    [{ size: '' }, 'wrong_type', 'size'],
    [{ size: '1e3' }, 'wrong_type', 'size'],
    // Either could be meant.
    [{ length: '1,200' }, 'wrong_type', 'length'],
    [{ size: '3 kg' }, 'wrong_type', 'size'],
    [{ radio: 'z' }, 'wrong_type', 'radio'],
    [{ radio: 'own:x' }, 'wrong_type', 'radio'],
    [{ paint: 'own:' }, 'wrong_type', 'paint'],
    [{ many: 'one,four' }, 'wrong_type', 'many'],
    [{ yes: 'perhaps' }, 'wrong_type', 'yes'],
    [{ day: '2031-02-30' }, 'wrong_type', 'day'],
    [{ plan: 'abcdefghijklmnopqrstuv' }, 'wrong_type', 'plan'],
    [{ twice: '4' }, 'wrong_type', 'twice'],
    [{ count: 'three' }, 'wrong_type', 'count'],
    [{ trade: '2' }, 'wrong_type', 'trade'],
    [{ quantity: '2.5' }, 'wrong_type', 'quantity'],
  ])('%j: not, and the page hears of it; all else is taken', async (preselect, code, named) => {
    const { page, selections } = await opened({ ...preselect, radio: preselect['radio'] ?? 'a' });
    await vi.waitFor(() => expect(page.last('widget.error')).toMatchObject({ code }));
    expect(page.last('widget.error')!.message).toContain(named);
    if (named !== 'radio') expect(selections['radio']).toBe('a');
    if (named === 'many') expect(selections['many']).toEqual(['one']);
  });
});

describe('what counts first', () => {
  const opens = async (options: { hash?: string; select?: string; preselect?: Record<string, string> }) => {
    const page = await mountProduct(
      shelf,
      { select: options.select },
      {
        page: new PageAround(`https://shop.example/${options.hash ?? ''}`),
        preselect: options.preselect,
      },
    );
    return page;
  };
  const widthOf = async (options: Parameters<typeof opens>[0]) =>
    (await (await opens(options)).mounted.getConfiguration()).selections['width'];

  test('a link, then what the page selects, then the address, then the last visit', async () => {
    const first = await opens({});
    await first.mounted.select({ width: 1500 });
    await vi.waitFor(() => expect(localStorage.getItem('quotelet.shelf')).toBeTruthy(), { timeout: 2000 });
    const code = localStorage.getItem('quotelet.shelf')!;
    first.mounted.destroy();
    const preselect = { width: '700' };
    const select = '{"width":600}';
    expect(await widthOf({})).toBe(1500);
    expect(await widthOf({ preselect: {} })).toBe(1500);
    expect(await widthOf({ preselect })).toBe(700);
    expect(await widthOf({ preselect, select })).toBe(600);
    expect(await widthOf({ preselect, select, hash: `#quotelet.shelf=${code}` })).toBe(1500);
    expect(await widthOf({ preselect, hash: '#quotelet.shelf=nonsense' })).toBe(700);
  });
});
