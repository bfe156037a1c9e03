import { expect, test, type Page } from '@playwright/test';
import { configuration, element, heard, record } from './support/configurator.ts';
import { countLeftovers, leftovers } from './support/count-leftovers.ts';
import { complaints, junkScript } from './support/hostile.ts';
import { allowedHost, companion, strangeHost } from './support/origins.ts';
import { servePage } from './support/serve-page.ts';

// Hostile neighbours beside the frame, around it and in it. Whatever they send, nothing throws, nothing is run, nothing is left behind.

const isolated =
  '<quotelet-configurator product="oak-table" id="table" lang="en" isolate></quotelet-configurator>';

/** A stranger's page that sends junk to these windows as soon as it is loaded, and reports when it is done. */
const shouting = (page: Page, origin: string, targets: string) =>
  servePage(page, {
    origin,
    script: '',
    body: `<script>${junkScript}
      ${targets}.forEach(attack);
      setTimeout(() => post(top, 'done shouting'), 100);
    </script>`,
  });

/** The page still responds at once. */
const expectResponsive = async (page: Page) => {
  const took = await page.evaluate(async () => {
    const start = performance.now();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - start;
  });
  expect(took).toBeLessThan(1000);
};

const expectUntouched = async (page: Page) => {
  for (const frame of page.frames())
    expect(await frame.evaluate(() => ['ran' in window, 'polluted' in {}, 'stolen' in window])).toEqual([
      false,
      false,
      false,
    ]);
};

/** Records events that no configurator fires. */
async function recordForeign(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const foreign: string[] = [];
    Object.assign(window, { foreign });
    for (const name of ['click', 'submit', 'keydown', 'constructor', '__proto__'])
      document.addEventListener(name, () => foreign.push(name));
  });
}
const foreign = (page: Page) => page.evaluate(() => (window as unknown as { foreign: string[] }).foreign);

test('an isolated element among neighbours that send junk to the page', async ({ page }) => {
  await record(page);
  await recordForeign(page);
  const wrong = complaints(page);
  const neighbours = await Promise.all(
    // A strange origin, the page's own, and the companion's, but not from the right window.
    [strangeHost, allowedHost, companion].map((origin) =>
      shouting(page, origin, '[parent, parent[0], parent[1]]'),
    ),
  );
  const frames = neighbours.map((src) => `<iframe src="${src}"></iframe>`).join('');
  const done = `<script>
    let shouted = 0;
    addEventListener('message', ({ data }) => (shouted += data === 'done shouting'));
  </script>`;
  const url = await servePage(page, { origin: allowedHost, body: `${done}${frames}${isolated}${frames}` });
  await page.goto(url);
  await configuration(element(page));
  await page.waitForFunction('shouted === 6');
  // Once more, now that the element is shown.
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.src = String(frame.src);
  });
  await page.waitForFunction('shouted === 12', undefined, { timeout: 30_000 });

  expect(await heard(page, 'widget.ready')).toHaveLength(1);
  expect(await heard(page, 'widget.error')).toEqual([]);
  expect(await foreign(page)).toEqual([]);
  expect((await configuration(element(page))).product_id).toBe('oak-table');
  await expectResponsive(page);
  await expectUntouched(page);
  expect(wrong).toEqual([]);
});

test('a page whose opener sends it junk', async ({ page, context }) => {
  const victim = await servePage(page, { origin: allowedHost, body: isolated });
  const opener = await servePage(page, {
    origin: strangeHost,
    script: '',
    body: `<script>${junkScript}
      window.start = () => { const opened = open(${JSON.stringify(victim)}); setInterval(attack, 300, opened); };
    </script>`,
  });
  await context.addInitScript(() => {
    Object.assign(window, { messages: 0 });
    addEventListener('message', () => (window as unknown as { messages: number }).messages++);
  });
  await page.goto(opener);
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    page.evaluate(() => (window as unknown as { start: () => void }).start()),
  ]);
  const wrong = complaints(opened);
  await configuration(element(opened));
  await opened.waitForTimeout(1000);
  expect(await opened.evaluate('messages')).toBeGreaterThan(100);
  expect((await configuration(element(opened))).product_id).toBe('oak-table');
  await expectResponsive(opened);
  await expectUntouched(opened);
  await expectUntouched(page);
  expect(wrong).toEqual([]);
});

test('the right window from the wrong origin gets no port', async ({ page }) => {
  await record(page);
  const wrong = complaints(page);
  const url = await servePage(page, { origin: allowedHost, body: isolated });
  const evil = await shouting(page, strangeHost, '[parent]');
  await page.goto(url);
  await configuration(element(page));
  await page.frames()[1]!.waitForLoadState();
  await page.evaluate(() =>
    addEventListener('message', ({ data }) => {
      if (data === 'done shouting') Object.assign(window, { shouted: true });
    }),
  );
  await element(page).evaluate((host, src) => (host.shadowRoot!.querySelector('iframe')!.src = src), evil);
  await page.waitForFunction('window.shouted');
  await expectUntouched(page);
  await expect
    .poll(() => heard(page, 'widget.error'), { timeout: 20_000 })
    .toMatchObject([{ data: { code: 'frame_silent' } }]);
  await expectUntouched(page);
  expect(wrong).toEqual([]);
});

test('a frame with malicious code and a port', async ({ page }) => {
  await countLeftovers(page);
  await record(page);
  await recordForeign(page);
  const wrong = complaints(page);
  // As if somebody had broken into the companion.
  await page.route(`${companion}/embed/oak-table?*`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><script>${junkScript}
        const parentOrigin = new URLSearchParams(location.search).get('parent');
        let port, instance, id = 0;
        const raw = (message) => { try { port.postMessage(message); } catch {} };
        const tell = (type, data, more) => raw({ version: 1, instance, id: ++id, type, data, ...more });
        addEventListener('message', ({ data, ports }) => {
          if (data?.type !== 'pair') return;
          [port] = ports; instance = data.instance;
          port.onmessage = ({ data }) => {
            if (data.type === 'start') tell('ready', { title: 'Evil', height: 300 });
            if (!data.call) return;
            for (const of of ['__proto__', -1, 1e9, null, {}]) tell('result', { of, value: 1 });
            tell('result', { of: data.id, error: { code: evil, message: { toString: 1, valueOf: 1 } } });
            tell('result', { of: data.id, value: 'twice' });
          };
        });
        window.misbehave = () => {
          for (const message of junk()) raw(message);
          for (const type of ['__proto__', 'constructor', 'toString', 'then', 'get', 'eval', 'event.call'])
            { tell(type, evil, { call: true }); tell(type, evil); }
          for (const type of ['event', 'resize', 'track', 'style', 'key', 'price', 'reveal', 'cancel', 'result', 'ready'])
            for (const data of junk()) { tell(type, data); tell(type, data, { call: true }); }
          for (const event of ['click', 'load', 'submit', 'keydown', 'constructor', '__proto__', 'error'])
            tell('event', { event, id: 'e', timestamp: 't', data: {} });
          for (const key of ['Enter', 'Delete', 'a']) tell('key', key);
          const real = { event: 'price.changed', id: 'replayed', timestamp: 't', data: {} };
          const replayed = { version: 1, instance, id: ++id, type: 'event', data: real };
          raw(replayed); raw(replayed); raw({ ...replayed, instance: 'other', id: id + 1 });
          tell('ready', { title: 'Evil', height: 300 });
        };
        window.flood = () => {
          for (let i = 0; i < 20000; i++) tell(['resize', 'nonsense', 'result', 'cancel'][i % 4], i, { call: i % 8 === 1 });
        };
        /** Hands the port to a window that stays, which goes on sending when the frame is gone. */
        window.bequeath = () => post(parent.frames[0], { port: true, instance, id }, location.origin, [port]);
        parent.postMessage({ source: 'quotelet', type: 'hello' }, parentOrigin);
      </script>`,
    }),
  );
  const heir = await servePage(page, {
    script: '',
    body: `<script>
      addEventListener('message', ({ data, ports: [port] }) => {
        if (!data?.port) return;
        let { id } = data;
        setInterval(() => {
          const detail = { event: 'price.changed', id: 'late' + id, timestamp: 't', data: {} };
          port.postMessage({ version: 1, instance: data.instance, id: ++id, type: 'event', data: detail });
        }, 5);
      });
    </script>`,
  });
  const clobbered = ['body', 'dataLayer', 'forms', 'head'].map(
    (name) => `<form name="${name}" id="${name}"></form>`,
  );
  const url = await servePage(page, {
    origin: allowedHost,
    head: '<script>dataLayer = "a string";</script>',
    body: `<iframe src="${heir}"></iframe>${clobbered.join('')}`,
  });
  await page.goto(url);
  await page.waitForFunction(() => customElements.get('quotelet-configurator'));
  const before = await leftovers(page);
  await page.evaluate(
    (html) => document.querySelector('main')!.insertAdjacentHTML('beforeend', html),
    isolated,
  );
  const frame = page.frameLocator('quotelet-configurator iframe').owner();
  await expect(frame).toHaveAttribute('title', 'Evil');
  const shown = await leftovers(page);

  const inside = page.frames().find((each) => each.url().includes('/embed/oak-table'))!;
  const refused = await element(page).evaluate((host) =>
    (host as unknown as { reset: () => Promise<void> }).reset().catch((error: Error) => error.name),
  );
  expect(refused).toBe('TypeError');
  for (const name of ['misbehave', 'flood'])
    await inside.evaluate((method) => (window as unknown as Record<string, () => void>)[method]!(), name);
  await expect(frame).toHaveCSS('height', /px$/);
  await expectResponsive(page);
  expect((await heard(page, 'price.changed')).map(({ id }) => id)).toEqual(['replayed']);
  // A frame may pretend that Escape was pressed.
  expect((await foreign(page)).filter((name) => name !== 'keydown')).toEqual([]);
  expect(await leftovers(page)).toEqual(shown);

  await inside.evaluate(() => (window as unknown as { bequeath: () => void }).bequeath());
  await expect.poll(async () => (await heard(page, 'price.changed')).length).toBeGreaterThan(1);
  await page.evaluate(() => document.querySelector('quotelet-configurator')!.remove());
  await page.waitForTimeout(50);
  const count = (await heard(page, 'price.changed')).length;
  await page.waitForTimeout(300);
  expect(await heard(page, 'price.changed')).toHaveLength(count);
  expect(await leftovers(page)).toEqual(before);
  await expectUntouched(page);
  expect(wrong).toEqual([]);
});

test('a frame among neighbours that send it junk, on a page that breaks the protocol', async ({ page }) => {
  const wrong = complaints(page);
  const neighbour = await shouting(page, strangeHost, '[parent.frames[0], parent.frames[0]]');
  const frame = `${companion}/embed/oak-table?parent=${allowedHost}&port=1&lang=en`;
  const url = await servePage(page, {
    origin: allowedHost,
    script: '',
    body: `<iframe id="ours" src="${frame}" style="width:900px;height:600px"></iframe>
      <script>${junkScript}
        window.said = [];
        window.late = [];
        let id = 0, port, started = false, shouted = 0;
        const raw = (message) => { try { port.postMessage(message); } catch {} };
        const tell = (type, data, more) => (raw({ version: 1, instance: 'mine', id: ++id, type, data, ...more }), id);
        const ours = () => document.getElementById('ours').contentWindow;
        addEventListener('message', ({ source, data }) => {
          shouted += data === 'done shouting';
          if (source !== ours() || data?.type !== 'hello' || started) return;
          started = true;
          // First a port from the right window, but in an invalid message; then a stranger's; then the real one.
          for (const message of junk()) {
            if (message?.type !== 'pair') post(source, message, '${companion}', [new MessageChannel().port2]);
          }
          const neighbour = document.createElement('iframe');
          neighbour.src = ${JSON.stringify(neighbour)};
          document.body.append(neighbour);
        });
        window.pair = () => {
          for (const list of [said, late]) {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = ({ data }) => {
              list.push(data);
              if (data.type === 'style') tell('result', { of: data.id, value: [] });
            };
            if (list === said) port = port1;
            ours().postMessage({ source: 'quotelet', version: 1, type: 'pair', instance: list === said ? 'mine' : 'late' }, '${companion}', [port2]);
          }
        };
        window.misbehave = () => {
          for (const message of junk()) raw(message);
          for (const type of ['__proto__', 'constructor', 'toString', 'valueOf', 'remove', 'click', 'innerHTML', 'connectedCallback', 'attachShadow'])
            { tell(type, evil, { call: true }); tell(type, evil); }
          for (const type of ['attributes', 'pricing', 'select', 'goToStep', 'submit', 'result', 'cancel'])
            for (const data of junk()) { if (!data?.source) tell(type, data, { call: true }); }
          tell('pricing', false);
          const replayed = { version: 1, instance: 'mine', id: ++id, type: 'getConfiguration', call: true };
          raw(replayed); raw(replayed); raw({ ...replayed, instance: 'other', id: id + 1 });
          return id;
        };
      </script>`,
  });
  await page.goto(url);
  await page.waitForFunction('shouted > 0');
  type Said = { type: string; id: number; data: { of: number; value?: unknown; error?: { code: string } } };
  const said = () => page.evaluate(() => (window as unknown as { said: Said[] }).said);
  await page.evaluate(() => (window as unknown as { pair: () => void }).pair());
  await page.evaluate(`tell('start', { attributes: { lang: 'en' }, url: location.href, pricing: false })`);
  await expect.poll(async () => (await said()).map(({ type }) => type)).toContain('ready');

  const last = await page.evaluate<number>('misbehave()');
  await expect
    .poll(async () => (await said()).filter(({ type, data }) => type === 'result' && data.of === last).length)
    .toBe(1);
  const results = (await said()).filter(({ type }) => type === 'result');
  expect(results.slice(0, 9).map(({ data }) => data.error?.code)).toEqual(Array(9).fill('unknown_method'));
  expect(results.find(({ data }) => data.of === last)!.data.value).toMatchObject({ product_id: 'oak-table' });
  expect(await page.evaluate('late')).toEqual([]);
  await expectUntouched(page);
  expect(wrong).toEqual([]);

  await page.evaluate(`raw({ version: 2, instance: 'mine', id: ++id, type: 'attributes', data: {} })`);
  const screen = page.frameLocator('#ours').getByRole('alert');
  await expect(screen).toHaveAttribute('data-code', 'unsupported_version');
  expect((await said()).at(-1)).toMatchObject({ type: 'failed', data: { code: 'unsupported_version' } });
  expect(wrong).toEqual([]);
});

for (const version of [0, 2])
  test(`a frame on a page that speaks version ${version} reports it, to the page and on its screen`, async ({
    page,
  }) => {
    const wrong = complaints(page);
    const frame = `${companion}/embed/oak-table?parent=${allowedHost}&port=1`;
    const url = await servePage(page, {
      origin: allowedHost,
      script: '',
      body: `<iframe id="ours" src="${frame}"></iframe><script>
        window.said = [];
        addEventListener('message', ({ source, data }) => {
          if (data?.type !== 'hello') return;
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => said.push(data);
          source.postMessage({ source: 'quotelet', version: ${version}, type: 'pair', instance: 'i' }, '${companion}', [port2]);
          port1.postMessage({ version: ${version}, instance: 'i', id: 1, type: 'start', data: {} });
        });
      </script>`,
    });
    await page.goto(url);
    await expect(page.frameLocator('#ours').getByRole('alert')).toHaveAttribute(
      'data-code',
      'unsupported_version',
    );
    expect(await page.evaluate('said')).toMatchObject([
      { version: 1, type: 'failed', data: { code: 'unsupported_version' } },
    ]);
    expect(wrong).toEqual([]);
  });
