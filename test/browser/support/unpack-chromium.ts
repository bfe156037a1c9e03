import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sparticuz from '@sparticuz/chromium';

/** Inside this checkout, where nobody else needs to read or may write. */
const cache = join(import.meta.dirname, '../../../node_modules/.cache');

export interface Unpacked {
  /** Path of the program. */
  readonly program: string;
  /** Path of a fontconfig file for the fonts that come with it. */
  readonly fonts: string;
}

/**
 * Unpacks the Chromium from npm, once for each version.
 *
 * By itself the package unpacks to `/tmp`, under the same names for all users: the second one finds a program without permission to
 * run it, or half a program; and if temporary files go elsewhere, it finds no fonts.
 *
 * @param parent the folder to unpack into
 */
export async function unpackChromium(parent = cache): Promise<Unpacked> {
  const folder = join(parent, `chromium-${version()}`);
  const unpacked = { program: join(folder, 'chromium'), fonts: join(folder, 'fonts.conf') };
  if (existsSync(folder)) return unpacked;
  await mkdir(parent, { recursive: true });
  const aside = await mkdtemp(join(parent, 'unpacking-'));
  const usual = process.env['TMPDIR'];
  try {
    // The package always unpacks into the folder for temporary files.
    process.env['TMPDIR'] = aside;
    await sparticuz.executablePath();
    await writeFile(join(aside, 'fonts.conf'), fontconfig(folder));
    // In one step, so that nobody finds half of it. If another process was faster, its result is the same.
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
