import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import sparticuz from '@sparticuz/chromium';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** An installed Chromium (`CHROME_PATH` first), else the one that npm brought along. Its own flags are left out: they switch CORS off. */
export async function findChromium(): Promise<string> {
  const installed = [process.env['CHROME_PATH'] ?? '', ...usual].find((path) => path && existsSync(path));
  if (installed) return installed;
  const path = await sparticuz.executablePath();
  process.env['FONTCONFIG_PATH'] ??= join(tmpdir(), 'fonts');
  return path;
}
