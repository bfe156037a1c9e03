import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';

const root = join(import.meta.dirname, '../../..');
/** What a fresh clone has not. */
const made = new Set(['.git', 'node_modules', 'dist', 'data', 'test-results', 'screenshots']);

export interface Installed {
  /** A checkout in which nothing was built before. */
  readonly checkout: string;
  /** Where somebody installed the package from its file. */
  readonly folder: string;
  remove(): void;
}

/**
 * Packs a fresh checkout and installs the tarball into an empty folder, both with spaces and other letters in their names.
 *
 * @param node the Node that runs npm, which refuses packages that are not for this Node
 */
export async function installPackage(node: string): Promise<Installed> {
  const place = mkdtempSync(join(tmpdir(), 'quotelet Käufer-'));
  const [checkout, folder] = [join(place, 'checkout'), join(place, 'shop')];
  const remove = () => rmSync(place, { recursive: true, force: true });
  try {
    cpSync(root, checkout, {
      recursive: true,
      filter: (path) => !made.has(path.slice(root.length + 1)),
    });
    symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
    const packed = await runProgram(node, ['npm', 'pack', '--pack-destination', place], checkout);
    const [tarball] = globSync('*.tgz', { cwd: place });
    if (packed.code !== 0 || tarball === undefined)
      throw new Error(`npm pack:\n${packed.out}${packed.error}`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(sameVersions()));
    const installed = await runProgram(
      node,
      [
        'npm',
        'install',
        join(place, tarball),
        '--engine-strict',
        '--prefer-offline',
        '--no-audit',
        '--no-fund',
      ],
      folder,
    );
    if (installed.code !== 0) throw new Error(`npm install:\n${installed.out}${installed.error}`);
    return { checkout, folder, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** A lock file with what we have tried ourselves, all of which `npm ci` has left in npm's cache: so no registry is asked. */
function sameVersions(): object {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    lockfileVersion: number;
    packages: Record<string, { dev?: boolean }>;
  };
  const shipped = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev);
  return { ...lock, packages: { '': {}, ...Object.fromEntries(shipped) } };
}
