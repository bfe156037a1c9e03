import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sparticuz from '@sparticuz/chromium';

/** Beside the package that it comes from, where nobody else has to read or may write. */
const cache = join(import.meta.dirname, '../../../node_modules/.cache');

export interface Unpacked {
  /** Path of the program. */
  readonly program: string;
  /** Path of a fontconfig file that knows the fonts which come along. */
  readonly fonts: string;
}

/**
 * Unpacks the Chromium that npm brought along, once for each version of it.
 *
 * The package by itself unpacks to `/tmp`, under the same names for everybody: who comes second finds a program that he may
 * not run, or half of one, and with temporary files elsewhere it finds no fonts.
 *
 * @param parent folder to put it into
 */
export async function unpackChromium(parent = cache): Promise<Unpacked> {
  const folder = join(parent, `chromium-${version()}`);
  const unpacked = { program: join(folder, 'chromium'), fonts: join(folder, 'fonts.conf') };
  if (existsSync(folder)) return unpacked;
  await mkdir(parent, { recursive: true });
  const aside = await mkdtemp(join(parent, 'unpacking-'));
  const usual = process.env['TMPDIR'];
  try {
    // It goes where temporary files go, and can't be told otherwise.
    process.env['TMPDIR'] = aside;
    await sparticuz.executablePath();
    await writeFile(join(aside, 'fonts.conf'), fontconfig(folder));
    // In one step, so that nobody finds half of it; whoever was first has made the same.
    await rename(aside, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
    await rm(aside, { recursive: true, force: true });
  }
  return unpacked;
}

function version(): string {
  const require = createRequire(import.meta.url);
  const root = dirname(dirname(require.resolve('@sparticuz/chromium')));
  return (require(join(root, 'package.json')) as { version: string }).version;
}

function fontconfig(folder: string): string {
  const path = (name: string): string =>
    join(folder, name).replace(/[&<>]/g, (sign) => `&#${sign.codePointAt(0)};`);
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${path('fonts')}</dir>
  <cachedir>${path('fonts-cache')}</cachedir>
</fontconfig>
`;
}
