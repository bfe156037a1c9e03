import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, inject } from 'vitest';

/** A place for one test's data: a folder, and for PostgreSQL a database of its own beside it. */
export interface Place {
  readonly folder: string;
  readonly databaseUrl: string | undefined;
}

export type StoreKind = 'sqlite' | 'postgres';

/** Describes one suite twice: on SQLite and on PostgreSQL. `place()` makes a new place, which is removed after the test. */
export function describeStores(
  name: string,
  suite: (place: () => Promise<Place>, kind: StoreKind) => void,
): void {
  describe.each(['sqlite', 'postgres'] as const)(`${name} on %s`, (kind) => {
    const places: Place[] = [];
    // Runs after the suite's own afterEach hooks, which stop what uses the place.
    afterEach(async () => {
      for (const place of places.splice(0)) await removePlace(place);
    });
    suite(async () => {
      const place = await makePlace(kind);
      places.push(place);
      return place;
    }, kind);
  });
}

/** A place outside `describeStores`; whoever makes it removes it. */
export async function makePlace(kind: StoreKind): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'quotelet-test-'));
  if (kind === 'sqlite') return { folder, databaseUrl: undefined };
  const name = `test_${randomBytes(8).toString('hex')}`;
  await admin(`create database ${name}`);
  return { folder, databaseUrl: `${inject('postgresUrl')}/${name}` };
}

export async function removePlace({ folder, databaseUrl }: Place): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  if (databaseUrl) await admin(`drop database ${new URL(databaseUrl).pathname.slice(1)} with (force)`);
}

async function admin(statement: string): Promise<void> {
  const client = new pg.Client(`${inject('postgresUrl')}/postgres`);
  await client.connect();
  await client.query(statement);
  await client.end();
}
