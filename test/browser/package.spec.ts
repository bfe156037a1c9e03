import { execFileSync } from 'node:child_process';
import { build } from 'esbuild';
import { expect, test } from '@playwright/test';
import { configuration, open } from './support/configurator.ts';
import { companion } from './support/origins.ts';
import { servePage } from './support/serve-page.ts';

test('imported on a server, the package does nothing, and says what it exports', () => {
  const script = `const before = Object.keys(globalThis).join();
    const [pure, auto] = [await import('quotelet'), await import('quotelet/auto')];
    pure.define();
    console.log(JSON.stringify([Object.keys(pure), Object.keys(auto), before === Object.keys(globalThis).join()]));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script]).toString();
  expect(JSON.parse(said)).toEqual([['define'], [], true]);
});

test('bundled by somebody else, it shows a product', async ({ page }) => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { define } from 'quotelet'; window.before = customElements.get('quotelet-configurator');
        define({ base: '${companion}' });`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'bundle',
    entryNames: 'entry',
    write: false,
  });
  await page.route('**/bundle/*', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1)!;
    const file = outputFiles.find(({ path }) => path.endsWith(`/${name}`));
    return file ? route.fulfill({ body: file.text, contentType: 'text/javascript' }) : route.abort();
  });
  const host = await open(
    page,
    await servePage(page, {
      script: '<script type="module" src="/bundle/entry.js"></script>',
      body: '<quotelet-configurator product="oak-table"></quotelet-configurator>',
    }),
  );
  expect((await configuration(host)).valid).toBe(true);
  expect(await page.evaluate(() => (window as unknown as { before: unknown }).before)).toBeUndefined();
});
