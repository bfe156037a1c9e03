import { expect, it } from 'vitest';
import { openStore } from '../../../src/server/database/open-store.ts';
import { describeStores } from '../support/stores.ts';

describeStores('the store', (place, kind) => {
  const open = async () => {
    const { folder, databaseUrl } = await place();
    return openStore({ folder: `${folder}/data`, databaseUrl });
  };
  const event = (id: string) => ({
    id,
    type: 'x',
    payload: null,
    subject_id: 's',
    created_at: '2026-01-01T00:00:00.000Z',
  });

  it('commits what arrives together, each job by itself', async () => {
    const store = await open();
    const jobs = Array.from({ length: 40 }, (_, index) =>
      store.write(async (transaction) => {
        await transaction
          .insertInto('events')
          .values(event(`e-${index}`))
          .execute();
        if (index % 4 === 0) throw new Error(`no ${index}`);
        return index;
      }),
    );
    const results = await Promise.allSettled(jobs);
    expect(results.filter(({ status }) => status === 'rejected').length).toBe(10);
    expect(results[0]).toMatchObject({ reason: { message: 'no 0' } });
    expect(results[1]).toMatchObject({ value: 1 });
    expect((await store.db.selectFrom('events').select('id').execute()).length).toBe(30);
    await store.close();
  });

  it('undoes a job that breaks a constraint, alone and among others', async () => {
    const store = await open();
    const insert = (id: string) =>
      store.write(async (transaction) => {
        await transaction
          .insertInto('quotation_counters')
          .values({ year: Number(id), last: 1 })
          .execute();
        await transaction.insertInto('events').values(event('same')).execute();
      });
    await insert('2001');
    await expect(insert('2002')).rejects.toThrow();
    const others = await Promise.allSettled([
      insert('2003'),
      store.write((t) => t.insertInto('events').values(event('other')).execute()),
    ]);
    expect(others.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(await store.db.selectFrom('quotation_counters').select('year').execute()).toEqual([
      { year: 2001 },
    ]);
    expect(
      (await store.db.selectFrom('events').select('id').orderBy('id').execute()).map(({ id }) => id),
    ).toEqual(['other', 'same']);
    await store.close();
  });

  it('has what was written when it is opened again, with the tables as they were', async () => {
    const { folder, databaseUrl } = await place();
    const first = await openStore({ folder, databaseUrl });
    await first.write((transaction) => transaction.insertInto('events').values(event('kept')).execute());
    await first.close();
    const second = await openStore({ folder, databaseUrl });
    expect(await second.db.selectFrom('events').selectAll().execute()).toEqual([event('kept')]);
    await second.close();
  });

  it('keeps texts byte for byte and large amounts exactly', async () => {
    const store = await open();
    const id = 'ünï\u0001 "\' 🪑\n';
    await store.write((transaction) =>
      transaction
        .insertInto('uploads')
        .values({
          id,
          product_id: '',
          feature_id: '',
          name: '',
          size: 9_007_199_254_740_991,
          created_at: '',
          claimed_at: null,
        })
        .execute(),
    );
    expect(await store.db.selectFrom('uploads').select(['id', 'size']).execute()).toEqual([
      { id, size: 9_007_199_254_740_991 },
    ]);
    await store.close();
  });

  it(`is made for losing power (${kind})`, async () => {
    if (kind !== 'sqlite') return;
    const { sql } = await import('kysely');
    const store = await open();
    const pragma = async (name: string) =>
      Object.values((await sql.raw(`pragma ${name}`).execute(store.db)).rows[0]!)[0] as unknown;
    // 2 is FULL.
    expect([await pragma('journal_mode'), await pragma('synchronous'), await pragma('busy_timeout')]).toEqual(
      ['wal', 2, 5000],
    );
    await store.close();
  });
});
