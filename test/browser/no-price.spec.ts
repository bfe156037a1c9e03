import { expect, test } from '@playwright/test';
import { configuration, element, heard, record, select, total } from './support/configurator.ts';
import { companion } from './support/origins.ts';
import { servePage } from './support/serve-page.ts';

/** In inches, on a static page: there is no companion that would refuse what the browser lets through. */
const blind = {
  id: 'blind',
  version: '1',
  name: 'Blind',
  currency: 'USD',
  steps: [
    {
      id: 'size',
      name: 'Size',
      features: [
        {
          id: 'width',
          name: 'Width',
          type: 'number',
          unit: 'mm',
          display_unit: 'in',
          decimals: 1,
          default: 609.6,
        },
        { id: 'drop', name: 'Drop', type: 'number', unit: 'mm', default: 1000 },
      ],
    },
  ],
  tables: [{ id: 't', x: [609.6, 1219.2, 1828.8], y: [1000, 2000], values: [[10, 20, 30], [40, 50, null]] }], // prettier-ignore
  prices: [
    { id: 'cloth', name: 'Fabric', kind: 'matrix', table: 't', x: 'width', y: 'drop' },
    { id: 'checked', name: 'Checked', kind: 'formula', amount: "lookup('t', width, drop) / 1000" },
  ],
  outputs: [{ id: 'main', buttons: [{ id: 'cart', name: 'Add to cart', triggers: { post_message: true } }] }],
};

for (const [embedding, attribute] of [
  ['inline', ''],
  ['behind an iframe', ' isolate'],
] as const)
  test(`${embedding}: a price applies up to its break in inches, and nothing without one is ordered`, async ({
    page,
  }) => {
    await record(page);
    const src = `${companion}/static/blind.json`;
    await page.route(src, (route) => route.fulfill({ json: blind }));
    const body = `<quotelet-configurator src="${src}" lang="en"${attribute}></quotelet-configurator>`;
    await page.goto(await servePage(page, { body }));
    const host = element(page);
    const inside = attribute ? page.frameLocator('iframe') : page;
    const width = inside.getByLabel('Width');
    const shown = attribute ? inside.locator('[part~=total]') : total(page);
    await expect(shown).toHaveText('$10.01');

    const enter = async (inches: string) => {
      await width.fill('');
      await width.pressSequentially(inches);
      await page.keyboard.press('Tab');
    };
    for (const [inches, price] of [
      ['24 in', '$10.01'],
      ['24 1/2', '$20.02'],
      ['48', '$20.02'],
      ['72', '$30.03'],
    ] as const) {
      await enter(inches);
      await expect(shown).toHaveText(price);
    }

    const sentence = 'With these choices there is no price for “Fabric”';
    await enter('72 1/2');
    await expect(shown).toHaveText('Price to follow');
    await expect(inside.locator('#width-issues')).toContainText(sentence);
    await expect(inside.locator('[part~=summary]')).toContainText(`${sentence}.`);
    expect(await configuration(host)).toMatchObject({ valid: false, price: { total_price: null } });
    await inside.getByRole('button', { name: 'Add to cart' }).click();
    await expect(inside.locator('[part~=problem]')).toContainText(`Width: ${sentence}`);
    await expect(inside.locator('[part~=problem]')).toBeFocused();

    await enter('72');
    await select(host, { drop: 2000 });
    await expect(shown).toHaveText('Price to follow');
    await inside.getByRole('button', { name: 'Add to cart' }).click();
    await expect(inside.locator('[part~=problem]')).toContainText(`Drop: ${sentence}`);
    expect(await heard(page, 'widget.submitting')).toEqual([]);
    expect(await heard(page, 'widget.added_to_cart')).toEqual([]);

    await select(host, { drop: 1000 });
    await expect(shown).toHaveText('$30.03');
    await inside.getByRole('button', { name: 'Add to cart' }).click();
    await expect.poll(async () => (await heard(page, 'widget.added_to_cart')).length).toBe(1);
    expect((await heard(page, 'widget.added_to_cart'))[0]!.data).toMatchObject({ total_price: 30.03 });
  });
