import { expect, test, type Locator, type Page } from '@playwright/test';
import { fields } from './cases/fields.ts';
import { chunkUrl } from './support/chunk-url.ts';
import { configuration, select } from './support/configurator.ts';
import { allowedHost, companion } from './support/origins.ts';
import { servePage } from './support/serve-page.ts';
import { heard, inline, isolated, listen, type Embedding } from './support/embeddings.ts';

// Typing as people type: real keys, pauses, the caret in the middle, a composition, a click right after.

/** Between two keys, in ms: none, and shorter and longer than the widget waits. */
const PAUSES = [0, 100, 300, 600];

/** Opens a page of another origin with every kind of field on it. */
async function openFields(page: Page, embedding: Embedding): Promise<Locator> {
  const src = `${companion}/static/fields.json`;
  await page.route(src, (route) =>
    route.fulfill({ json: fields, headers: { 'access-control-allow-origin': '*' } }),
  );
  await listen(page);
  const body = `<quotelet-configurator src="${src}" lang="en"${embedding === isolated ? ' isolate' : ''}></quotelet-configurator>`;
  await page.goto(await servePage(page, { origin: allowedHost, body }));
  const inside = embedding.inside(page);
  await inside.getByLabel('Note').waitFor();
  return inside;
}

/** The selections as the page reads them. */
const selections = async (page: Page) => (await configuration(inline.inside(page))).selections;

/** Moves the caret in front of the character at this position, with the keyboard. */
async function caretTo(page: Page, place: number): Promise<void> {
  await page.keyboard.press('Home');
  for (let at = 0; at < place; at += 1) await page.keyboard.press('ArrowRight');
}

const caret = (field: Locator) => field.evaluate((input: HTMLInputElement) => input.selectionStart);

const texts: readonly (readonly [string, (inside: Locator) => Locator | Promise<Locator>])[] = [
  ['a text', (inside) => inside.getByLabel('Note')],
  ['a text of several lines', (inside) => inside.getByLabel('Story')],
  [
    'an answer of one’s own',
    async (inside) => {
      await inside.getByText('Another colour').click();
      return inside.locator('[id="colour-own"]');
    },
  ],
  ['a repeated text', (inside) => inside.locator('[id="boards[1].mark"]')],
];

for (const embedding of [inline, isolated]) {
  for (const [name, find] of texts)
    test(`${embedding.name}: ${name} keeps what is typed in the middle, and the caret`, async ({ page }) => {
      const field = await find(await openFields(page, embedding));
      for (const pause of PAUSES) {
        await field.fill('');
        await field.focus();
        await page.keyboard.type('hello world', { delay: 20 });
        await page.waitForTimeout(pause);
        await caretTo(page, 3);
        await page.keyboard.press('X');
        await page.waitForTimeout(pause);
        await page.keyboard.press('Y');
        await page.waitForTimeout(pause);
        await page.keyboard.press('Backspace');
        await page.keyboard.press('Z');
        await expect(field).toHaveValue('helXZlo world');
        expect(await caret(field)).toBe(5);
      }
      await expect.poll(async () => JSON.stringify(await selections(page))).toContain('helXZlo world');
      await expect(field).toHaveValue('helXZlo world');
    });

  test(`${embedding.name}: a number keeps what is typed in the middle, and the caret`, async ({ page }) => {
    const inside = await openFields(page, embedding);
    for (const id of ['depth', 'boards[0].span'])
      for (const pause of PAUSES) {
        const field = inside.locator(`[id="${id}"]`);
        await field.fill('');
        await field.focus();
        for (const key of '1150') {
          await page.keyboard.press(key);
          await page.waitForTimeout(pause);
        }
        await caretTo(page, 1);
        await page.keyboard.press('Delete');
        await page.waitForTimeout(pause);
        await page.keyboard.press('2');
        await page.waitForTimeout(pause);
        expect(await caret(field)).toBe(2);
        await expect(field).toHaveValue('1250');
      }
    expect(await selections(page)).toMatchObject({ depth: 1250, boards: [{ span: 1250 }, {}] });
  });

  test(`${embedding.name}: a date is typed digit by digit`, async ({ page }) => {
    const inside = await openFields(page, embedding);
    const day = inside.getByLabel('Day');
    for (const pause of PAUSES) {
      await day.fill('');
      await day.blur();
      await day.focus();
      for (const key of '12252031') {
        await page.keyboard.press(key);
        await page.waitForTimeout(pause);
      }
      await expect(day).toHaveValue('2031-12-25');
    }
    expect((await selections(page))['day']).toBe('2031-12-25');
  });

  test(`${embedding.name}: a quantity is typed`, async ({ page }) => {
    const inside = await openFields(page, embedding);
    const quantity = inside.getByLabel('Quantity', { exact: true });
    for (const pause of PAUSES) {
      await quantity.fill('');
      await quantity.focus();
      for (const key of '12') {
        await page.keyboard.press(key);
        await page.waitForTimeout(pause);
      }
      await page.keyboard.press('Backspace');
      await page.waitForTimeout(pause);
      await page.keyboard.press('4');
      await expect(quantity).toHaveValue('14');
    }
    expect((await configuration(inline.inside(page))).quantity).toBe(14);
  });

  test(`${embedding.name}: a composition is left alone`, async ({ page }) => {
    const inside = await openFields(page, embedding);
    for (const name of ['Note', 'Story']) {
      const field = inside.getByLabel(name);
      await field.focus();
      await page.keyboard.type('ab');
      await page.keyboard.press('ArrowLeft');
      const session = await page.context().newCDPSession(page);
      for (const text of ['k', 'か', 'かn', 'かん', 'かんj', 'かんじ', '漢字']) {
        await session.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
        await page.waitForTimeout(450);
        await expect(field).toHaveValue(`a${text}b`);
      }
      expect(JSON.stringify((await heard(page, inline, 'configuration.changed')).at(-1) ?? '')).not.toContain(
        'かん',
      );
      await session.send('Input.insertText', { text: '漢字' });
      await page.waitForTimeout(450);
      await expect(field).toHaveValue('a漢字b');
      await page.keyboard.type('c');
      await expect(field).toHaveValue('a漢字cb');
      expect((await selections(page))[name.toLowerCase()]).toBe('a漢字cb');
    }
  });

  test(`${embedding.name}: the field’s own undo takes back what was typed`, async ({ page }) => {
    const inside = await openFields(page, embedding);
    for (const [name, text] of [
      ['Note', 'hello'],
      ['Story', 'hello'],
      ['Width', '1250'],
    ] as const) {
      const field = inside.getByLabel(name);
      const before = await field.inputValue();
      await field.focus();
      await page.keyboard.press('End');
      await page.keyboard.press('Shift+Home');
      for (const key of text) {
        await page.keyboard.press(key);
        await page.waitForTimeout(450);
      }
      await expect(field).toHaveValue(text);
      for (let times = 0; times < 8 && (await field.inputValue()) !== before; times += 1)
        await page.keyboard.press('Control+z');
      await expect(field).toHaveValue(before);
      await page.waitForTimeout(450);
      for (let times = 0; times < 8 && (await field.inputValue()) !== text; times += 1)
        await page.keyboard.press('Control+Shift+z');
      await expect(field).toHaveValue(text);
    }
  });

  test(`${embedding.name}: the text in a field is submitted by a click right after`, async ({ page }) => {
    const inside = await openFields(page, embedding);
    await page.route(chunkUrl('parse-number'), async (route) => {
      await new Promise((done) => setTimeout(done, 700));
      await route.continue();
    });
    await inside.getByLabel('Width').fill('120 cm');
    await inside.getByLabel('Note').fill('quick');
    await inside.getByLabel('Note').press('Control+a');
    await page.keyboard.type('quicker');
    await inside.getByRole('button', { name: 'Add to cart' }).click();
    await expect.poll(async () => (await heard(page, inline, 'widget.added_to_cart')).length).toBe(1);
    const [added] = await heard(page, inline, 'widget.added_to_cart');
    const values = Object.fromEntries(
      added!.data.lines.map(({ feature_id, value }) => [feature_id, value] as const),
    );
    expect(values).toMatchObject({ width: 1200, note: 'quicker' });
  });

  test(`${embedding.name}: an unreadable entry blocks the submission at its field`, async ({ page }) => {
    const inside = await openFields(page, embedding);
    await inside.getByLabel('Depth').fill('about a metre');
    await inside.getByRole('button', { name: 'Add to cart' }).click();
    await expect(inside.getByText('There is a problem')).toBeVisible();
    await expect(inside.getByLabel('Depth')).toHaveAttribute('aria-invalid', 'true');
    const { valid, issues } = await configuration(inline.inside(page));
    expect([valid, issues.map(({ path }) => path)]).toEqual([false, ['depth']]);
    expect(await heard(page, inline, 'widget.added_to_cart')).toEqual([]);
  });

  test(`${embedding.name}: a half-typed date blocks the submission, an emptied one does not`, async ({
    page,
  }) => {
    const inside = await openFields(page, embedding);
    await inside.getByLabel('Day').focus();
    await page.keyboard.type('1225');
    await inside.getByRole('button', { name: 'Add to cart' }).click();
    await expect(inside.getByText('There is a problem')).toBeVisible();
    await expect(inside.getByLabel('Day')).toHaveAttribute('aria-invalid', 'true');
    expect(await heard(page, inline, 'widget.added_to_cart')).toEqual([]);
    await inside.getByLabel('Day').focus();
    for (const key of ['Backspace', 'ArrowRight', 'Backspace', 'ArrowLeft', 'Backspace'])
      await page.keyboard.press(key);
    await inside.getByRole('button', { name: 'Add to cart' }).click();
    await expect.poll(async () => (await heard(page, inline, 'widget.added_to_cart')).length).toBe(1);
  });

  test(`${embedding.name}: a script that submits while the shopper types sends the text in the field`, async ({
    page,
  }) => {
    const inside = await openFields(page, embedding);
    await inside.getByLabel('Width').fill('');
    await inside.getByLabel('Width').focus();
    await page.keyboard.type('150 cm');
    const result = inline
      .inside(page)
      .evaluate((host) => (host as HTMLElement & { submit(id: string): Promise<unknown> }).submit('cart'));
    await result;
    const [added] = await heard(page, inline, 'widget.added_to_cart');
    expect(added!.data.lines.find(({ feature_id }) => feature_id === 'width')?.value).toBe(1500);
    await expect(inside.getByLabel('Width')).toHaveValue('150 cm');
  });

  test(`${embedding.name}: an entry just typed moves along with its repetition`, async ({ page }) => {
    const inside = await openFields(page, embedding);
    await page.route(chunkUrl('parse-number'), async (route) => {
      await new Promise((done) => setTimeout(done, 700));
      await route.continue();
    });
    await inside.locator('[id="boards[1].span"]').fill('0.5 m');
    await inside.getByRole('button', { name: 'Remove: Board 1' }).click();
    await expect.poll(async () => (await selections(page))['boards']).toEqual([{ span: 500 }]);
    await inside.locator('[id="boards[0].span"]').fill('as long as can be');
    await inside.getByRole('button', { name: 'Add Board' }).click();
    await inside.getByRole('button', { name: 'Move down: Board 1' }).click();
    await expect(inside.locator('[id="boards[1].span"]')).toHaveValue('as long as can be');
    await expect(inside.locator('[id="boards[0].span"]')).toHaveValue('100');
  });
}

test('a button that would move when the field is left can still be clicked', async ({ page }) => {
  await page.setViewportSize({ width: 400, height: 800 });
  const inside = await openFields(page, inline);
  const depth = inside.getByLabel('Depth');
  for (const [text, pause] of [
    ['50', 0],
    ['99999', 250],
    ['0.6 m', 0],
  ] as const) {
    await depth.fill('');
    await depth.focus();
    await page.keyboard.type(text);
    await page.waitForTimeout(pause);
    const wanted = (await selections(page))['colour'] === 'red' ? 'Blue' : 'Red';
    await depth.focus();
    await page.keyboard.type('0');
    await inside.getByText(wanted, { exact: true }).scrollIntoViewIfNeeded();
    const box = (await inside.getByText(wanted, { exact: true }).boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.waitForTimeout(90);
    await page.mouse.up();
    await expect.poll(async () => (await selections(page))['colour']).toBe(wanted.toLowerCase());
  }
});

test('“Did you mean …?” takes one click only', async ({ page }) => {
  const inside = await openFields(page, inline);
  await inside.getByLabel('Depth').focus();
  await page.keyboard.type('1.200');
  const wanted = inside.getByRole('button', { name: 'Did you mean' });
  const box = (await wanted.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.waitForTimeout(90);
  await page.mouse.up();
  await expect.poll(async () => (await selections(page))['depth']).toBe(1200);
});

test('an entry in a repetition follows it through undo, and is removed with it', async ({ page }) => {
  const inside = await openFields(page, inline);
  await inside.locator('[id="boards[0].mark"]').fill('first');
  await inside.locator('[id="boards[0].span"]').fill('as long as can be');
  await inside.getByRole('button', { name: 'Move down: Board 1' }).click();
  await expect(inside.locator('[id="boards[1].span"]')).toHaveValue('as long as can be');
  await inside.getByRole('button', { name: 'Undo' }).click();
  await expect(inside.locator('[id="boards[0].mark"]')).toHaveValue('first');
  await inside.locator('[id="boards[0].span"]').fill('120');
  await inside.locator('[id="boards[1].span"]').fill('as long as can be');
  await select(inline.inside(page), { boards: [{ mark: 'only' }] });
  const { issues } = await configuration(inline.inside(page));
  expect(issues).toEqual([]);
});

test('two buttons of repetitions pressed while an entry is being read both work', async ({ page }) => {
  const inside = await openFields(page, inline);
  await page.route(chunkUrl('parse-number'), async (route) => {
    await new Promise((done) => setTimeout(done, 900));
    await route.continue();
  });
  await inside.getByRole('button', { name: 'Add Board' }).click();
  await inside.locator('[id="boards[2].span"]').fill('0.5 m');
  await inside.getByRole('button', { name: 'Remove: Board 1' }).click();
  await inside.getByRole('button', { name: 'Remove: Board 2' }).click();
  await expect.poll(async () => (await selections(page))['boards']).toEqual([{ span: 500 }]);
});

test('the field for an answer of one’s own stays open while the text is replaced', async ({ page }) => {
  const inside = await openFields(page, inline);
  await select(inline.inside(page), { colour: { own: 'teal' } });
  const own = inside.locator('[id="colour-own"]');
  await own.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.waitForTimeout(600);
  await page.keyboard.type('sand');
  await expect.poll(async () => (await selections(page))['colour']).toEqual({ own: 'sand' });
});

test('an unreadable quantity stays as it was typed, and blocks the submission', async ({ page }) => {
  const inside = await openFields(page, inline);
  await inside.getByLabel('Quantity', { exact: true }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('1e');
  await page.waitForTimeout(600);
  await inside.getByRole('button', { name: 'Add to cart' }).click();
  await expect(inside.getByText('There is a problem')).toBeVisible();
  expect(await heard(page, inline, 'widget.added_to_cart')).toEqual([]);
  await inside.getByLabel('Quantity', { exact: true }).focus();
  await page.keyboard.press('End');
  await page.keyboard.type('1');
  await inside.getByRole('button', { name: 'Add to cart' }).click();
  await expect.poll(async () => (await heard(page, inline, 'widget.added_to_cart')).length).toBe(1);
});

test('a half-typed date makes the configuration invalid, and is cleared by a reset', async ({ page }) => {
  const inside = await openFields(page, inline);
  await inside.getByLabel('Day').focus();
  await page.keyboard.type('1225');
  expect((await configuration(inline.inside(page))).valid).toBe(false);
  await inside.getByRole('button', { name: 'Reset' }).click();
  await inside.getByRole('button', { name: 'Add to cart' }).click();
  await expect.poll(async () => (await heard(page, inline, 'widget.added_to_cart')).length).toBe(1);
});
