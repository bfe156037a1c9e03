import type { Insertable } from 'kysely';
import type { Store } from './store.ts';
import type { Uploads } from './tables.ts';

export interface UploadRows {
  add(upload: Insertable<Uploads>): Promise<void>;
  find(id: string): Promise<Uploads | undefined>;
  /** Bytes of all uploads that no submission has named. */
  unclaimedBytes(): Promise<number>;
  /** Forgets uploads that no submission named by then; their files may go. Returns the ids. */
  forgetUnclaimed(createdBefore: string): Promise<string[]>;
}

export function uploadRows(store: Store): UploadRows {
  const { db } = store;
  return {
    add: async (upload) => {
      await store.write((transaction) => transaction.insertInto('uploads').values(upload).execute());
    },
    find: (id) => db.selectFrom('uploads').selectAll().where('id', '=', id).executeTakeFirst(),
    async unclaimedBytes() {
      const { bytes } = await db
        .selectFrom('uploads')
        .select(({ fn }) => fn.sum<number | string | null>('size').as('bytes'))
        .where('claimed_at', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(bytes ?? 0);
    },
    forgetUnclaimed: (createdBefore) =>
      store.write(async (transaction) => {
        const gone = await transaction
          .deleteFrom('uploads')
          .where('claimed_at', 'is', null)
          .where('created_at', '<', createdBefore)
          .returning('id')
          .execute();
        return gone.map(({ id }) => id);
      }),
  };
}
