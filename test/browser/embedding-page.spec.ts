import { expect, test, type Page } from '@playwright/test';
import { button, configuration } from './support/configurator.ts';
import { allowedHost, companion, demoShop } from './support/origins.ts';
import { servePage } from './support/serve-page.ts';
import { bare, heard, inline, isolated, listen, messages, open, embeddings } from './support/embeddings.ts';

// How an embedded configurator gets along with its page: focus, keys, neighbours.

/** The element that has the focus, as the page sees it. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);

for (const embedding of embeddings)
  test.describe(embedding.name, () => {
    test('Tab leads into it, through it and out again, and back', async ({ page }) => {
      const inside = await open(page, embedding, {
        before: '<button id="before">Before</button>',
        after: '<button id="after">After</button>',
      });
      const expected = embedding.element ? 'quotelet-configurator' : 'iframe';
      await page.locator('#before').focus();
      const seen: unknown[] = [];
      while (seen.length < 120 && seen.at(-1) !== 'after') {
        await page.keyboard.press('Tab');
        seen.push(await focused(page));
      }
      expect(seen.at(-1)).toBe('after');
      expect(seen.length).toBeGreaterThan(10);
      expect(seen.slice(0, -1)).toEqual(seen.slice(0, -1).map(() => expected));
      await page.keyboard.press('Shift+Tab');
      expect(await focused(page)).toBe(expected);
      await inside.getByRole('button').first().focus();
      await page.keyboard.press('Shift+Tab');
      expect(await focused(page)).toBe('before');
    });

    test('Escape reaches the page if there is an element, unless it closes something', async ({ page }) => {
      const inside = await open(page, embedding);
      await page.evaluate(() => {
        const keys: string[] = [];
        Object.assign(window, { keys });
        document.addEventListener('keydown', ({ key, target }) =>
          keys.push(`${key} ${(target as Element).localName}`),
        );
      });
      const keys = () => page.evaluate(() => (window as unknown as { keys: string[] }).keys);
      await inside.getByLabel('Length').focus();
      await page.keyboard.press('Escape');
      const once = embedding.element ? ['Escape quotelet-configurator'] : [];
      await expect.poll(keys).toEqual(once);

      await button(inside, 'quote').click();
      const send = inside.getByRole('button', { name: 'Send request' });
      await send.waitFor();
      await page.keyboard.press('Escape');
      await expect(send).toBeHidden();
      // Inline, the browser dispatches the event on the page, whatever the key did.
      if (embedding !== inline) expect(await keys()).toEqual(once);
    });

    test('a dialog opens where the shopper is', async ({ page }) => {
      await page.setViewportSize({ width: 1000, height: 700 });
      const inside = await open(page, embedding, { after: '<p style="height:2000px">More</p>' });
      await button(inside, 'quote').scrollIntoViewIfNeeded();
      await button(inside, 'quote').click();
      await inside.getByLabel('First name').waitFor();
      const inView = async () => {
        const box = (await inside.getByLabel('First name').boundingBox())!;
        return box.y >= 0 && box.y + box.height <= 700;
      };
      await expect.poll(inView).toBe(true);
    });

    test('two of the same product do not affect each other', async ({ page }) => {
      const both = embedding.markup({}) + embedding.markup({});
      await listen(page);
      await page.goto(
        await servePage(page, { origin: allowedHost, body: both, ...(!embedding.element && { script: '' }) }),
      );
      const [first, second] = [0, 1].map((index) => {
        const tag = page.locator(embedding.element ? 'quotelet-configurator' : 'iframe').nth(index);
        if (embedding === inline) return tag;
        const frame = embedding === isolated ? tag.locator('iframe') : tag;
        return frame.contentFrame().locator('quotelet-configurator');
      });
      await first!.getByLabel('Length').fill('2600');
      await page.keyboard.press('Tab');
      await expect.poll(async () => (await configuration(first!)).selections['length']).toBe(2600);
      await expect(second!.getByLabel('Length')).toHaveValue(/2,?000/);
      await button(second!, 'message').click();
      await expect.poll(async () => (await heard(page, embedding, 'widget.added_to_cart')).length).toBe(1);
      const own = (await messages(page))
        .map(({ data }) => data as { event?: string; instance?: string })
        .filter(({ event }) => event === 'configuration.changed' || event === 'widget.added_to_cart');
      expect(new Set(own.map(({ instance }) => instance)).size).toBe(2);
    });

    test('posts nothing to any origin but the right one', async ({ page }) => {
      // On the companion's own origin, a page sees how each side posts to the other.
      await page.addInitScript(() => {
        interface Watched extends Window {
          targets: unknown[];
          native: (this: void, ...given: unknown[]) => void;
          watch: (target: Window) => void;
        }
        const page = top as unknown as Watched;
        const isPage = window === top;
        if (isPage)
          Object.assign(page, { targets: [], native: Reflect.get(window, 'postMessage') as unknown });
        // The source of a message is the window whose function posts it, so each side gets one of its own.
        const watch = (target: Window) => {
          const post: unknown = target === page ? page.native : Reflect.get(target, 'postMessage');
          target.postMessage = (message: unknown, ...given: unknown[]) => {
            const [to] = given;
            page.targets.push(typeof to === 'object' ? (to as { targetOrigin?: string }).targetOrigin : to);
            Reflect.apply(post as () => void, target, [message, ...given]);
          };
        };
        if (isPage) page.watch = watch;
        else page.watch(window);
        watch(page);
      });
      const inside = await open(page, embedding, { origin: companion });
      await button(inside, 'cart').click();
      await expect.poll(async () => (await heard(page, embedding, 'widget.added_to_cart')).length).toBe(1);
      const targets = await page.evaluate(() => (window as unknown as { targets: string[] }).targets);
      expect(targets.length).toBeGreaterThan(3);
      expect(new Set(targets)).toEqual(new Set([companion]));
    });
  });

for (const origin of [companion, demoShop])
  test(`four at once, on ${new URL(origin).port === new URL(companion).port ? 'the same' : 'another'} origin`, async ({
    page,
  }) => {
    await listen(page);
    await page.goto(`${origin}/four.html`);
    const tiles = page.locator('.tiles > section');
    const parts = [
      tiles.nth(0).locator('quotelet-configurator'),
      ...[1, 2].map((index) =>
        tiles.nth(index).locator('iframe').contentFrame().locator('quotelet-configurator'),
      ),
      bare.inside(page).page().locator('iframe.frame').contentFrame().locator('quotelet-configurator'),
    ];
    for (const [index, part] of parts.entries()) {
      await button(part, 'message').click();
      await expect(page.locator('[data-cart-count]')).toHaveText(`${index + 1}`);
    }
    const said = await page.locator('[data-heard] h3').allTextContents();
    expect(said.map((each) => each.split(' · ')[1]!.split(':')[0])).toEqual([
      'Printed part, bare iframe',
      'Roller blind, isolated',
      'Oak table, isolated',
      'Oak table, in the page',
    ]);
  });
