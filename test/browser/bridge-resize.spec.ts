import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { configuration, element, select } from './support/configurator.ts';
import { allowedHost, companion, strangeHost } from './support/origins.ts';
import { servePage } from './support/serve-page.ts';
import { isolated } from './support/embeddings.ts';

// Content that could make a frame resize forever, in a frame of another origin that reports its height by `watchHeight`, on a page that
// follows. It has to come to rest, and content with a height of its own has to be visible in full.

/** A frame of another site has a process of its own; one of the same site is drawn at the same moment as the page. */
const sites = { 'another site': companion, 'the same site': strangeHost };

const SLACK = 4;
const FRAMES = 10;

interface Torture {
  readonly name: string;
  readonly style?: string;
  readonly html?: string;
  /** Runs in the frame, and calls `changed()` when it changes the content. */
  readonly script?: string;
  /** Runs on the page. */
  readonly page?: string;
  /** Content that is sized by its window, without a height of its own. It may come to rest anywhere. */
  readonly echo?: true;
  /** How often it may report a height; default: unlimited. */
  readonly most?: number;
}

const words = '<p>A table of oak, made to measure. </p>'.repeat(40);
const box = '<div id="box"></div>';
const grow = (by: number, times: number, ms: number) => `
  let left = ${times}, height = 100;
  const timer = setInterval(() => {
    document.getElementById('box').style.height = (height += ${by}) + 'px';
    changed();
    if (!--left) clearInterval(timer);
  }, ${ms});`;

const tortures: readonly Torture[] = [
  { name: 'content that stays as it is', html: words, most: 1 },
  { name: 'content that grows in steps', html: box, script: grow(137, 10, 100), most: 11 },
  { name: 'content that grows faster than frames are drawn', html: box, script: grow(7, 150, 4) },
  { name: 'content that grows as fast as frames are drawn', html: box, script: grow(9, 60, 16) },
  { name: 'content that grows about as fast as frames answer', html: box, script: grow(9, 40, 33) },
  {
    name: 'content that shrinks in steps',
    html: box,
    script: `height = 2000; ${grow(-90, 20, 40).replace('height = 100', 'height = 2000')}`,
  },
  {
    name: 'content that grows by an animation',
    style: '#box{animation:grow 1s linear forwards}@keyframes grow{from{height:100px}to{height:1500px}}',
    html: box,
    script: `document.getElementById('box').addEventListener('animationend', changed); changed();`,
  },
  {
    name: 'content that opens and closes by a transition',
    style: '#box{height:100px;transition:height .3s}#box.open{height:900px}',
    html: box,
    script: `const box = document.getElementById('box');
      let left = 5; const timer = setInterval(() => { box.classList.toggle('open'); if (!--left) clearInterval(timer); }, 150);
      box.addEventListener('transitionend', changed);`,
  },
  { name: '100vh', style: '#box{height:100vh}', html: box, echo: true, most: 6 },
  { name: '100vh and 20 px', style: '#box{height:calc(100vh + 20px)}', html: box, echo: true, most: 6 },
  { name: '100vh and 500 px', style: '#box{height:calc(100vh + 500px)}', html: box, echo: true, most: 6 },
  { name: '100vh less 24 px', style: '#box{height:calc(100vh - 24px)}', html: box, echo: true, most: 6 },
  {
    name: '100vh less 24 px, around content that is high at first',
    style: '#box{height:1500px}.low #box{height:calc(100vh - 32px)}',
    html: box,
    script: `setTimeout(() => { document.body.className = 'low'; changed(); }, 300);`,
    echo: true,
    most: 7,
  },
  { name: '120vh', style: '#box{height:120vh}', html: box, echo: true, most: 6 },
  { name: '50vh and 200 px, which fades', style: '#box{height:calc(50vh + 200px)}', html: box, most: 12 },
  { name: '20vh and a text, which fades', style: '#box{height:20vh}', html: box + words, most: 8 },
  {
    name: 'at least 100vh around content that grows in steps',
    style: 'main{min-height:100vh;box-sizing:border-box}',
    html: box,
    script: grow(137, 10, 100),
  },
  {
    name: 'content that is high in low windows and low in high ones',
    style: '#box{height:300px}@media(max-height:500px){#box{height:700px}}',
    html: box,
    echo: true,
    most: 8,
  },
  {
    name: 'a scrollbar that comes and goes',
    style: '#box{height:40vh;overflow:auto}#box p{display:inline}html{overflow:auto}',
    html: box + words,
    most: 12,
  },
  {
    name: 'a font that arrives late and is wider',
    style: 'p{font:16px/1.4 serif}.late p{font-family:monospace;letter-spacing:.2em}',
    html: words,
    script: `setTimeout(() => { document.body.className = 'late'; changed(); }, 400);`,
    most: 3,
  },
  {
    name: 'a page that makes it narrower and wider',
    html: words,
    page: `let at = 0; const timer = setInterval(() => {
      frame.style.width = [500, 320, 900, 330, 700, 410][at] + 'px';
      if (++at === 6) clearInterval(timer);
    }, 90);`,
    most: 7,
  },
  {
    name: 'a page that makes it narrower smoothly',
    html: words,
    page: `frame.style.transition = 'width .5s'; setTimeout(() => (frame.style.width = '300px'), 200);`,
  },
  {
    name: 'a page that is zoomed',
    html: words,
    page: `[1.5, 0.8, 1.25].forEach((zoom, at) => setTimeout(() => (document.body.style.zoom = zoom), 200 * (at + 1)));`,
  },
  {
    name: 'a page that hides and shows it',
    html: box,
    script: grow(137, 10, 60),
    page: `setTimeout(() => (frame.style.display = 'none'), 200); setTimeout(() => (frame.style.display = 'block'), 900);`,
  },
];

let watchHeight = '';
test.beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../../src/bridge/watch-height.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'ours',
    target: 'es2022',
  });
  watchHeight = outputFiles[0]!.text;
});

/** Shows it on a page that applies heights as the host's end does. @returns a function that measures it */
async function show(
  page: Page,
  site: string,
  { style = '', html = '', script = '', page: around = '' }: Torture,
) {
  await page.route(`${site}/torture.html`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><style>${style}</style><body style="margin:0"><main style="display:flow-root;padding:4px">${html}</main>
        <script>${watchHeight}
          var log = { said: 0, frame: 0, changedAt: 0, saidAt: 0 };
          const changed = () => (log.changedAt = log.frame);
          const count = () => { log.frame++; requestAnimationFrame(count); };
          count();
          var main = document.querySelector('main');
          ours.watchHeight(main, (height) => {
            Object.assign(log, { said: log.said + 1, saidAt: log.frame });
            parent.postMessage(height, '${allowedHost}');
          }, new AbortController().signal);
          ${script}
        </script>`,
    }),
  );
  const url = await servePage(page, {
    origin: allowedHost,
    script: '',
    body: `<iframe id="frame" src="${site}/torture.html" style="display:block;width:900px;border:0"></iframe>
      <script>
        const frame = document.getElementById('frame');
        let due = 0, height = 0;
        addEventListener('message', ({ data }) => {
          height = Math.min(20000, data);
          due ||= requestAnimationFrame(() => { due = 0; frame.style.height = height + 'px'; });
        });
        ${around}
      </script>`,
  });
  await page.goto(url);
  const inside = page.frames().find((each) => each.url().endsWith('torture.html'))!;
  return () =>
    inside.evaluate(() => {
      const { log } = window as unknown as { log: Record<'said' | 'saidAt' | 'changedAt', number> };
      const { height } = document.querySelector('main')!.getBoundingClientRect();
      return { ...log, content: height, window: innerHeight };
    });
}

for (const [where, site] of Object.entries(sites))
  for (const torture of tortures)
    test(`${torture.name}, in a frame of ${where}`, async ({ page }) => {
      const measure = await show(page, site, torture);
      await page.waitForTimeout(2000);
      const before = await measure();
      await page.waitForTimeout(600);
      const after = await measure();
      expect(after.said, 'it has come to rest').toBe(before.said);
      expect(after.said).toBeGreaterThan(0);
      if (torture.most) expect(after.said).toBeLessThanOrEqual(torture.most);
      if (torture.echo) return;
      expect(Math.abs(after.window - after.content)).toBeLessThanOrEqual(SLACK);
      if (torture.script) expect(after.saidAt - after.changedAt).toBeLessThanOrEqual(FRAMES);
    });

for (const origin of [allowedHost, companion])
  test(`a picture that is higher than the questions comes to rest, on a page of ${origin === companion ? 'the same site' : 'another'}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1600, height: 1200 });
    const body = '<quotelet-configurator product="roller-blind" lang="en" isolate></quotelet-configurator>';
    await page.goto(await servePage(page, { origin, body }));
    const host = element(page);
    await configuration(host);
    const frame = host.locator('iframe');
    await page.waitForTimeout(1000);
    const height = (await frame.boundingBox())!.height;
    // Another width and back: the height does not depend on earlier ones.
    for (const width of [1500, 1600]) {
      await page.setViewportSize({ width, height: 1200 });
      await page.waitForTimeout(500);
    }
    expect(Math.abs((await frame.boundingBox())!.height - height)).toBeLessThanOrEqual(SLACK);
    expect((await isolated.inside(page).locator('[part~=picture]').boundingBox())!.height).toBeGreaterThan(
      340,
    );
  });

test('an isolated element is as high as what it shows, whatever the shopper and the page do', async ({
  page,
}) => {
  const body = '<quotelet-configurator product="lift-slide-door" lang="en" isolate></quotelet-configurator>';
  await page.goto(await servePage(page, { origin: allowedHost, body }));
  const host = element(page);
  await configuration(host);
  const frame = host.locator('iframe');
  const written = await frame.evaluateHandle((iframe) => {
    const heights: string[] = [];
    new MutationObserver(() => heights.push((iframe as HTMLElement).style.height)).observe(iframe, {
      attributeFilter: ['style'],
    });
    return heights;
  });
  const inside = page.frames().find((each) => each.url().includes('/embed/'))!;
  /** Waits until the height fits. @returns how many heights that took */
  const comeToRest = async () => {
    await expect(async () => {
      const [content, around] = await inside.evaluate(() => [
        document.querySelector('main')!.getBoundingClientRect().height,
        innerHeight,
      ]);
      expect(Math.abs(content - around)).toBeLessThanOrEqual(SLACK);
    }).toPass({ timeout: 5000 });
    await page.waitForTimeout(300);
    return written.evaluate((heights) => heights.splice(0).length);
  };
  await comeToRest();
  await page.waitForTimeout(500);
  expect(await comeToRest(), 'nothing changes, nothing is said').toBe(0);
  await select(host, { quantity: 3 });
  expect(await comeToRest()).toBeLessThanOrEqual(FRAMES);
  for (const width of [360, 1280, 700]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await comeToRest()).toBeLessThanOrEqual(FRAMES);
  }
  for (const zoom of ['1.5', '0.7', '1']) {
    await page.evaluate((to) => (document.body.style.zoom = to), zoom);
    expect(await comeToRest()).toBeLessThanOrEqual(FRAMES);
  }
});
