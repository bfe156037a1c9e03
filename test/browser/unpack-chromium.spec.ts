import { accessSync, constants, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { unpackChromium } from './support/unpack-chromium.ts';

test('the Chromium from npm is unpacked into this checkout, complete, with its fonts', async () => {
  const usual = process.env['TMPDIR'];
  const { program, fonts } = await unpackChromium();
  expect(process.env['TMPDIR']).toBe(usual);
  for (const file of [program, fonts])
    expect(file).toContain(join(import.meta.dirname, '../../node_modules'));
  accessSync(program, constants.X_OK);
  const [, folder = ''] = /<dir>(.+)<\/dir>/.exec(readFileSync(fonts, 'utf8'))!;
  const name = (code: string): string => String.fromCodePoint(Number(code));
  const real = folder.replace(/&#(\d+);/g, (_, code: string) => name(code));
  expect(globSync('**/*.ttf', { cwd: real }).length).toBeGreaterThan(0);
});
