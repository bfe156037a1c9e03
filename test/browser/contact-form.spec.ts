import { expect, test, type Locator, type Page } from '@playwright/test';
import type { QuoteletConfigurator } from '../../src/loader/index.ts';
import { button } from './support/configurator.ts';
import { inline, isolated, open, type Embedding } from './support/embeddings.ts';

// The contact form, with the real keyboard.

const dialog = (inside: Locator) => inside.getByRole('dialog');

async function ask(inside: Locator, id = 'quote'): Promise<void> {
  await button(inside, id).focus();
  await button(inside, id).press('Enter');
  await expect(inside.getByLabel('First name')).toBeFocused();
}

/** Leaves the form by its button, with the keyboard. */
async function cancel(page: Page, inside: Locator): Promise<void> {
  await dialog(inside).getByRole('button', { name: 'Cancel' }).focus();
  await page.keyboard.press('Enter');
}
const escape = (page: Page) => page.keyboard.press('Escape');

/** Fills in the form of the lift-slide door, from field to field by Tab. */
async function typeContact(page: Page): Promise<void> {
  const { keyboard } = page;
  for (const text of ['Ada', 'Byron', 'ada@example.com', '+44 20 7946 0000', 'Engines']) {
    await keyboard.type(text, { delay: 20 });
    await keyboard.press('Tab');
  }
  await keyboard.type('02282031', { delay: 20 });
  await keyboard.press('Tab');
}

async function expectContact(inside: Locator): Promise<void> {
  const form = dialog(inside);
  await expect(form.getByLabel('First name')).toHaveValue('Ada');
  await expect(form.getByLabel('Last name')).toHaveValue('Byron');
  await expect(form.getByLabel('E-mail')).toHaveValue('ada@example.com');
  await expect(form.getByLabel('Phone')).toHaveValue('+44 20 7946 0000');
  await expect(form.locator('[name="extra_fields.company"]')).toHaveValue('Engines');
  await expect(form.locator('[name="extra_fields.delivery_date"]')).toHaveValue('2031-02-28');
  await expect(form.locator('[name="extra_fields.project_size"]')).toHaveValue('12,5');
  await expect(form.locator('[name="extra_fields.privacy"]')).toBeChecked();
}

for (const embedding of [inline, isolated] satisfies Embedding[])
  test.describe(embedding.name, () => {
    test('what was typed is there again after Cancel and Escape, and the focus is back at the button', async ({
      page,
    }) => {
      const inside = await open(page, embedding, { product: 'lift-slide-door' });
      await ask(inside);
      await typeContact(page);
      await dialog(inside).locator('[name="extra_fields.project_size"]').focus();
      await page.keyboard.type('12,5');
      await dialog(inside).locator('[name="extra_fields.privacy"]').focus();
      await page.keyboard.press('Space');
      await expectContact(inside);
      for (const leave of [() => cancel(page, inside), () => escape(page), () => cancel(page, inside)]) {
        await leave();
        await expect(dialog(inside)).toHaveCount(0);
        await expect(button(inside, 'quote')).toBeFocused();
        await ask(inside);
        await expectContact(inside);
      }
      // In the middle of the old text.
      await page.keyboard.press('Home');
      await page.keyboard.type('X');
      await page.waitForTimeout(400);
      await page.keyboard.type('Y');
      await escape(page);
      await ask(inside);
      await expect(dialog(inside).getByLabel('First name')).toHaveValue('XYAda');
    });

    test('a choice and several lines are kept, and sent', async ({ page }) => {
      const inside = await open(page, embedding);
      await ask(inside);
      const form = dialog(inside);
      for (const text of ['Ada', 'Byron', 'ada@example.com']) {
        await page.keyboard.type(text);
        await page.keyboard.press('Tab');
      }
      await form.locator('select').focus();
      await page.keyboard.press('ArrowDown');
      const chosen = await form.locator('select').inputValue();
      expect(chosen).not.toBe('');
      await form.locator('textarea').focus();
      await page.keyboard.type('One line');
      await page.keyboard.press('Enter');
      await page.keyboard.type('and another');
      await escape(page);
      await expect(form).toHaveCount(0);
      await ask(inside);
      await expect(form.locator('select')).toHaveValue(chosen);
      await expect(form.locator('textarea')).toHaveValue('One line\nand another');
      const sent = page.waitForRequest('**/api/v1/add-quote');
      await form.getByRole('button', { name: 'Send request' }).focus();
      await page.keyboard.press('Enter');
      expect((await sent).postDataJSON()).toMatchObject({
        customer: { first_name: 'Ada', last_name: 'Byron', email: 'ada@example.com' },
        extra_fields: { heard_from: chosen, message: 'One line\nand another' },
      });
      await expect(inside.getByText(/Quotation number/)).toBeVisible();
      // The customer's details are kept for the next quotation, the extra fields are not.
      await inside.getByLabel('Quantity', { exact: true }).fill('2');
      await page.keyboard.press('Tab');
      await expect(inside.getByText(/Quotation number/)).toHaveCount(0);
      await ask(inside);
      await expect(form.getByLabel('Last name')).toHaveValue('Byron');
      await expect(form.locator('textarea')).toHaveValue('');
      expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
        'Byron',
      );
    });

    test('errors are gone when it is opened again', async ({ page }) => {
      const inside = await open(page, embedding);
      await ask(inside);
      await page.keyboard.type('Ada');
      await page.keyboard.press('Enter');
      await expect(dialog(inside).getByText('Last name is missing')).toBeVisible();
      await expect(dialog(inside).getByLabel('Last name')).toBeFocused();
      await escape(page);
      await ask(inside);
      await expect(dialog(inside).getByText('Last name is missing')).toHaveCount(0);
      await expect(dialog(inside).getByLabel('First name')).toHaveValue('Ada');
    });

    test('Escape ends a composition, and closes a list, before it closes the form', async ({ page }) => {
      const inside = await open(page, embedding);
      await ask(inside);
      const form = dialog(inside);
      const keys = await page.context().newCDPSession(page);
      await keys.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
      await expect(form.getByLabel('First name')).toHaveValue('にほ');
      await escape(page);
      await page.waitForTimeout(300);
      await expect(form).toBeVisible();
      await keys.send('Input.insertText', { text: '日本' });
      await form.locator('select').focus();
      await page.keyboard.press('Alt+ArrowDown');
      await page.waitForTimeout(200);
      await escape(page);
      await page.waitForTimeout(300);
      await expect(form).toBeVisible();
      await escape(page);
      await expect(form).toHaveCount(0);
      await ask(inside);
      await expect(form.getByLabel('First name')).toHaveValue('日本');
    });

    test('Escape closes a calendar before it closes the form', async ({ page }) => {
      const inside = await open(page, embedding, { product: 'lift-slide-door' });
      await ask(inside);
      await dialog(inside).locator('[name="extra_fields.delivery_date"]').focus();
      await page.keyboard.press('F4');
      await page.waitForTimeout(400);
      await escape(page);
      await page.waitForTimeout(300);
      await expect(dialog(inside)).toBeVisible();
      await escape(page);
      await expect(dialog(inside)).toHaveCount(0);
    });

    test('the focus stays in it, and a click beside it does not close it', async ({ page }) => {
      const inside = await open(page, embedding);
      await ask(inside);
      const focused: string[] = [];
      for (let i = 0; i < 25; i++) {
        await page.keyboard.press('Tab');
        focused.push(
          await inside.evaluate(({ shadowRoot }) => {
            const active = shadowRoot!.activeElement;
            // Between the last control and the first, the focus goes through the browser's own.
            return !active ? 'browser' : active.closest('dialog') ? 'form' : 'widget';
          }),
        );
      }
      expect(focused).not.toContain('widget');
      expect(focused.filter((each) => each === 'form').length).toBeGreaterThan(15);
      const { x, y } = (await inside.boundingBox())!;
      await page.mouse.click(x + 3, y + 3);
      await expect(dialog(inside)).toBeVisible();
    });

    test('inside a dialog of the page, Escape closes the form, and only then the dialog', async ({
      page,
    }) => {
      const inside = await open(page, embedding, {
        before: '<dialog id="shop" style="width:900px;height:700px">',
        after: '</dialog><script>document.querySelector("#shop").showModal()</script>',
      });
      const shop = () => page.evaluate(() => document.querySelector<HTMLDialogElement>('#shop')!.open);
      await ask(inside);
      await page.keyboard.type('Ada');
      await escape(page);
      await expect(dialog(inside)).toHaveCount(0);
      await page.waitForTimeout(200);
      expect(await shop()).toBe(true);
      await expect(button(inside, 'quote')).toBeFocused();
      await escape(page);
      await expect.poll(shop).toBe(false);
    });

    test('opened by a method, it keeps what was typed and reports that it was closed', async ({ page }) => {
      const inside = await open(page, embedding);
      const element = page.locator('quotelet-configurator').first();
      const call = () =>
        element.evaluate((tag) =>
          (tag as QuoteletConfigurator).submit('quote').then(
            () => 'done',
            ({ code }: { code: string }) => code,
          ),
        );
      const called = call();
      await expect(inside.getByLabel('First name')).toBeFocused();
      await page.keyboard.type('Ada');
      await escape(page);
      expect(await called).toBe('cancelled');
      const again = call();
      await expect(inside.getByLabel('First name')).toHaveValue('Ada');
      await element.evaluate((tag) => (tag as QuoteletConfigurator).reset());
      expect(await again).toBe('cancelled');
      await ask(inside);
      await expect(inside.getByLabel('First name')).toHaveValue('');
    });
  });
