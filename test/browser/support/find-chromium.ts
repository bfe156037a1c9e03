import { existsSync } from 'node:fs';
import { unpackChromium } from './unpack-chromium.ts';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** An installed Chromium (`CHROME_PATH` first), or the one from npm. The flags that the package suggests are left out: they disable CORS. */
export async function findChromium(): Promise<string> {
  const installed = [process.env['CHROME_PATH'] ?? '', ...usual].find((path) => path && existsSync(path));
  if (installed) return installed;
  const { program, fonts } = await unpackChromium();
  process.env['FONTCONFIG_FILE'] ??= fonts;
  return program;
}
