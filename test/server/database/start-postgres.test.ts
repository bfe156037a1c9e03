import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startPostgres } from '../support/start-postgres.ts';

let own: string;
let umask: number;
beforeEach(async () => {
  own = await mkdtemp(join(tmpdir(), 'quotelet only mine, für mich-'));
  umask = process.umask(0o077);
});
afterEach(async () => {
  process.umask(umask);
  await rm(own, { recursive: true, force: true });
});

it('starts where temporary files are private to whoever runs the tests, and leaves nothing', async () => {
  await chmod(own, 0o700);
  const postgres = await startPostgres([own, '/tmp', '/var/tmp', '/dev/shm']);
  try {
    // Root's private folder is closed to the user that PostgreSQL runs as; everybody else's is open to themselves.
    expect(dirname(postgres.folder) === own).toBe(process.getuid?.() !== 0);
    const client = new pg.Client(`${postgres.url}/postgres`);
    await client.connect();
    const { rows } = await client.query<{ encoding: string }>(
      "select current_setting('server_encoding') as encoding",
    );
    await client.end();
    expect(rows).toEqual([{ encoding: 'UTF8' }]);
    expect((await stat(join(postgres.folder, 'data'))).uid === 0).toBe(false);
  } finally {
    await postgres.stop();
  }
  expect([existsSync(postgres.folder), existsSync(own)]).toEqual([false, true]);
});

it('says why it can start nowhere', async () => {
  await expect(startPostgres([join(own, 'nowhere')])).rejects.toThrow(/nowhere: ENOENT/);
});
