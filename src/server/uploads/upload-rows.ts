import type { Insertable } from 'kysely';
import { FileValue } from '../../contract/configuration/value.ts';
import type { Store } from '../database/store.ts';
import type { Uploads } from '../database/tables.ts';

export interface UploadRows {
  add(upload: Insertable<Uploads>): Promise<void>;
  /** Undefined too for what can be no id. */
  find(id: string): Promise<Uploads | undefined>;
  /** Bytes of all uploads, and of those that no submission has named. */
  bytes(): Promise<{ total: number; unclaimed: number }>;
  /**
   * Forgets uploads that no submission named by then. Each is handed to `remove` before the rows go for good, so that no
   * file is left without a row, whenever the process ends.
   */
  forgetUnclaimed(createdBefore: string, remove: (id: string) => void): Promise<void>;
}

export function uploadRows(store: Store): UploadRows {
  const { db } = store;
  return {
    add: async (upload) => {
      await store.write((transaction) => transaction.insertInto('uploads').values(upload).execute());
    },
    async find(id) {
      // Anything may be asked for, and PostgreSQL fails on a NUL.
      if (!FileValue.shape.file_id.safeParse(id).success) return undefined;
      return db.selectFrom('uploads').selectAll().where('id', '=', id).executeTakeFirst();
    },
    async bytes() {
      const { total, unclaimed } = await db
        .selectFrom('uploads')
        .select(({ fn }) => [
          fn.sum<number | string | null>('size').as('total'),
          fn.sum<number | string | null>('size').filterWhere('claimed_at', 'is', null).as('unclaimed'),
        ])
        .executeTakeFirstOrThrow();
      return { total: Number(total ?? 0), unclaimed: Number(unclaimed ?? 0) };
    },
    forgetUnclaimed: (createdBefore, remove) =>
      store.write(async (transaction) => {
        const gone = await transaction
          .deleteFrom('uploads')
          .where('claimed_at', 'is', null)
          .where('created_at', '<', createdBefore)
          .returning('id')
          .execute();
        for (const { id } of gone) remove(id);
      }),
  };
}
