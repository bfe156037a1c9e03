import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../config/start-error.ts';

/** What the browser files are built from, beside the rooms in `src`. */
const buildFiles = ['index.html', 'vite.config.ts', 'build.mjs'];
/** Rooms of which nothing runs in a browser. */
const companionRooms = ['server', 'product-linter'];

/**
 * Builds `dist/` if it is missing or older than its sources. Without a build script (the npm package, a production image), the
 * files are used as they are. The build has a process of its own, because Vite would stay in the companion's memory.
 *
 * @param root folder of the package
 * @throws StartError with the output of the build.
 */
export async function ensureBuilt(root: string): Promise<void> {
  if (!existsSync(join(root, 'build.mjs'))) return;
  const built = newest(join(root, 'dist/quotelet.js'));
  const rooms = existsSync(join(root, 'src')) ? readdirSync(join(root, 'src')) : [];
  const browserRooms = rooms.filter((room) => !companionRooms.includes(room));
  const sources = [...browserRooms.map((room) => `src/${room}`), ...buildFiles];
  const changed = Math.max(...sources.map((source) => newest(join(root, source))));
  if (built > 0 && built >= changed) return;
  const builder = spawn(process.execPath, ['build.mjs'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  builder.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  builder.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    builder.once('error', reject);
    builder.once('close', resolve);
  });
  if (code !== 0)
    throw new StartError(`The browser files could not be built:\n${Buffer.concat(output).toString()}`);
}

/** Time of the last change in a file or folder, in milliseconds; 0 if it does not exist. */
function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
