import { expect, test, type Page } from '@playwright/test';
import { button, configuration } from './support/configurator.ts';
import { allowedHost, companion, demoShop } from './support/origins.ts';
import { servePage } from './support/serve-page.ts';
import { bare, heard, inline, isolated, listen, messages, open, ways } from './support/ways-in.ts';

// How a configurator behaves among the rest of a page: focus, keys, neighbours.

/** What has the focus, as the page sees it. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);

for (const way of ways)
  test.describe(way.name, () => {
    test('Tab leads into it, through it and out again, and back', async ({ page }) => {
      const inside = await open(page, way, {
        before: '<button id="before">Before</button>',
        after: '<button id="after">After</button>',
      });
      const expected = way.element ? 'quotelet-configurator' : 'iframe';
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

    test('Escape reaches the page where there is an element, unless it closes something', async ({
      page,
    }) => {
      const inside = await open(page, way);
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
      const once = way.element ? ['Escape quotelet-configurator'] : [];
      await expect.poll(keys).toEqual(once);

      await button(inside, 'quote').click();
      const send = inside.getByRole('button', { name: 'Send request' });
      await send.waitFor();
      await page.keyboard.press('Escape');
      await expect(send).toBeHidden();
      // Inline it is the browser that tells the page, whatever the key did.
      if (way !== inline) expect(await keys()).toEqual(once);
    });

    test('a dialog opens where the shopper is', async ({ page }) => {
      await page.setViewportSize({ width: 1000, height: 700 });
      const inside = await open(page, way, { after: '<p style="height:2000px">More</p>' });
      await button(inside, 'quote').scrollIntoViewIfNeeded();
      await button(inside, 'quote').click();
      await inside.getByLabel('First name').waitFor();
      const inView = async () => {
        const box = (await inside.getByLabel('First name').boundingBox())!;
        return box.y >= 0 && box.y + box.height <= 700;
      };
      await expect.poll(inView).toBe(true);
    });

    test('two of the same product mind their own business', async ({ page }) => {
      const both = way.markup({}) + way.markup({});
      await listen(page);
      await page.goto(
        await servePage(page, { origin: allowedHost, body: both, ...(!way.element && { script: '' }) }),
      );
      const [first, second] = [0, 1].map((index) => {
        const tag = page.locator(way.element ? 'quotelet-configurator' : 'iframe').nth(index);
        if (way === inline) return tag;
        const frame = way === isolated ? tag.locator('iframe') : tag;
        return frame.contentFrame().locator('quotelet-configurator');
      });
      await first!.getByLabel('Length').fill('2600');
      await page.keyboard.press('Tab');
      await expect.poll(async () => (await configuration(first!)).selections['length']).toBe(2600);
      await expect(second!.getByLabel('Length')).toHaveValue(/2,?000/);
      await button(second!, 'message').click();
      await expect.poll(async () => (await heard(page, way, 'widget.added_to_cart')).length).toBe(1);
      const own = (await messages(page))
        .map(({ data }) => data as { event?: string; instance?: string })
        .filter(({ event }) => event === 'configuration.changed' || event === 'widget.added_to_cart');
      expect(new Set(own.map(({ instance }) => instance)).size).toBe(2);
    });

    test('says nothing to just any origin', async ({ page }) => {
      // On the companion's own origin a page sees how each side speaks to the other.
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
        // A message comes from the window whose function posts it, so each side has one of its own.
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
      const inside = await open(page, way, { origin: companion });
      await button(inside, 'cart').click();
      await expect.poll(async () => (await heard(page, way, 'widget.added_to_cart')).length).toBe(1);
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
