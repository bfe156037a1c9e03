import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ensureBuilt } from '../../../src/server/command/ensure-built.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'quotelet-build-'));
});
afterEach(() => rm(root, { recursive: true }));

const builder = (script: string) =>
  writeFile(join(root, 'build.mjs'), `import * as fs from 'node:fs';\n${script}`);
const counting = `fs.mkdirSync('dist', { recursive: true }); fs.appendFileSync('dist/quotelet.js', 'x');`;
const builds = async () => (await readFile(join(root, 'dist/quotelet.js'), 'utf8')).length;
const age = (path: string, seconds: number) =>
  utimes(join(root, path), Date.now() / 1000 - seconds, Date.now() / 1000 - seconds);

it('builds what is missing or older than its sources, and nothing else', async () => {
  await builder(counting);
  await mkdir(join(root, 'src/widget/mount'), { recursive: true });
  await writeFile(join(root, 'src/widget/mount/mount.ts'), '');
  await age('build.mjs', 100);
  await age('src/widget/mount/mount.ts', 100);
  await ensureBuilt(root);
  expect(await builds()).toBe(1);
  await ensureBuilt(root);
  expect(await builds()).toBe(1);
  await age('dist/quotelet.js', 50);
  await age('src/widget/mount/mount.ts', 10);
  await ensureBuilt(root);
  expect(await builds()).toBe(2);
});

it('says what the build said where it fails', async () => {
  await builder(`console.error('no such module: x'); process.exit(3);`);
  await expect(ensureBuilt(root)).rejects.toThrow(/could not be built:\nno such module: x/);
});

it('takes what is there where there are no sources', async () => {
  await mkdir(join(root, 'dist'));
  await writeFile(join(root, 'dist/quotelet.js'), 'built elsewhere');
  await ensureBuilt(root);
  expect(await readFile(join(root, 'dist/quotelet.js'), 'utf8')).toBe('built elsewhere');
});

it('builds nothing where there is nothing to build with', async () => {
  await ensureBuilt(root);
  expect(await readdir(root)).toEqual([]);
});
