import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openStore } from '../../../src/server/database/open-store.ts';
import { describeStores } from '../support/stores.ts';

describeStores('a database of the version before', (place) => {
  it('keeps its events and sends its deliveries', async () => {
    const { folder, databaseUrl } = await place();
    const open = () => openStore({ folder: `${folder}/data`, databaseUrl });
    const before = await open();
    const { db } = before;
    for (const statement of [
      'drop index deliveries_unfinished',
      'alter table deliveries drop column due_at',
      'alter table events drop column payload',
      "create index deliveries_unfinished on deliveries (status, created_at) where status in ('pending', 'sending')",
      "delete from kysely_migration where name = '0002_event_payloads'",
      "insert into events (id, type, subject_id, created_at) values ('e-1', 'cart.action', 'c-1', '2026-11-01T00:00:00.000Z')",
      "insert into events (id, type, subject_id, created_at) values ('e-2', 'quotation.created', 'q-1', '2026-11-01T00:00:00.000Z')",
      `insert into deliveries (id, event_id, dialect, url, body, status, attempts, created_at)
       values ('d-1', 'e-1', 'iconfigure', 'https://shop.example/', '{}', 'pending', 0, '2026-11-01T00:00:00.000Z')`,
    ])
      await sql.raw(statement).execute(db);
    await before.close();

    const after = await open();
    expect(
      await after.db.selectFrom('events').select(['id', 'type', 'payload']).orderBy('id').execute(),
    ).toEqual([
      { id: 'e-1', type: 'widget.added_to_cart', payload: null },
      { id: 'e-2', type: 'quotation.created', payload: null },
    ]);
    expect(await after.db.selectFrom('deliveries').select(['id', 'due_at', 'body']).execute()).toEqual([
      { id: 'd-1', due_at: '2026-11-01T00:00:00.000Z', body: '{}' },
    ]);
    await after.close();
  });
});
