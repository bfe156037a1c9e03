import { expect, test, type Locator } from '@playwright/test';
import { configuration, element } from './support/configurator.ts';
import { servePage } from './support/serve-page.ts';

/** Where the first and the last sign of an element's text stand on the line, and how far the text is from its right edge. */
const lie = (of: Locator) =>
  of.evaluate((within) => {
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    const signs: DOMRect[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const [index, sign] of [...node.textContent!].entries()) {
        if (!sign.trim()) continue;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        signs.push(range.getBoundingClientRect());
      }
    const right = Math.max(...signs.map((sign) => sign.right));
    const { paddingRight } = getComputedStyle(within);
    return {
      first: signs[0]!.left,
      last: signs.at(-1)!.left,
      gap: within.getBoundingClientRect().right - parseFloat(paddingRight) - right,
    };
  });

test('on a page from right to left, numbers stay before their units, and lines at the right', async ({
  page,
}) => {
  const body =
    '<div dir="rtl"><quotelet-configurator product="oak-table" lang="en"></quotelet-configurator></div>';
  await page.goto(await servePage(page, { body }));
  const host = element(page);
  await configuration(host);
  await host.getByLabel('Length').fill('7 ft');
  await page.keyboard.press('Tab');
  await expect(host.locator('[id=length-note]')).toContainText('mm');
  await expect(host.locator('[part~=tools] button').first()).toBeVisible();
  const texts: Record<string, Locator> = {
    note: host.locator('[id=length-note]'),
    bounds: host.locator('[id=length-field] bdi'),
    computed: host.locator('output').first(),
    choice: host.locator('.choice span', { hasText: '40 mm' }),
    'lead time': host.locator('.totals dd').last(),
    sentence: host.locator('.form header p'),
    title: host.locator('h2'),
  };
  for (const [name, text] of Object.entries(texts)) {
    const { first, last, gap } = await lie(text);
    if (name === 'sentence') {
      // Over two lines: its full stop ends the last one.
      expect.soft(gap, name).toBeLessThan(2);
      continue;
    }
    expect.soft(first, name).toBeLessThan(last);
    if (name !== 'lead time') expect.soft(gap, name).toBeLessThan(2);
  }
});

test('the button that chooses a file stands where lines start, and off its text', async ({ page }) => {
  await page.goto(
    await servePage(page, {
      body: '<div dir="rtl"><quotelet-configurator product="printed-part" lang="en"></quotelet-configurator></div>',
    }),
  );
  const input = element(page).locator('input[type=file]').first();
  await expect(input).toBeVisible();
  // Its margin lies at the end of its line by the page's direction; were the line laid out by its text's, it would lie outside.
  expect(
    await input.evaluate((input) => {
      const { direction, unicodeBidi } = getComputedStyle(input);
      const { marginLeft, marginRight } = getComputedStyle(input, '::file-selector-button');
      return {
        direction,
        plain: unicodeBidi === 'plaintext',
        left: marginLeft !== '0px',
        right: marginRight !== '0px',
      };
    }),
  ).toEqual({ direction: 'rtl', plain: false, left: true, right: false });
});
