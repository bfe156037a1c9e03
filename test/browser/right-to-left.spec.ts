import { expect, test, type Locator } from '@playwright/test';
import { configuration, element } from './support/configurator.ts';
import { servePage } from './support/serve-page.ts';

/** The positions of the first and the last character of an element's text, and its distance from the right edge. */
const textPosition = (of: Locator) =>
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

test('on a right-to-left page, numbers stay before their units, and lines are aligned right', async ({
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
    const { first, last, gap } = await textPosition(text);
    if (name === 'sentence') {
      // Runs over two lines, with the full stop at the end of the last one.
      expect.soft(gap, name).toBeLessThan(2);
      continue;
    }
    expect.soft(first, name).toBeLessThan(last);
    if (name !== 'lead time') expect.soft(gap, name).toBeLessThan(2);
  }
});

test('the button of a file input stands at the start of the line, apart from its text', async ({ page }) => {
  await page.goto(
    await servePage(page, {
      body: '<div dir="rtl"><quotelet-configurator product="printed-part" lang="en"></quotelet-configurator></div>',
    }),
  );
  const input = element(page).locator('input[type=file]').first();
  await expect(input).toBeVisible();
  // The margin is at the end of the button in the page's direction. If the line followed its text's, the margin would be on the outside.
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
