import type { Insertable } from 'kysely';
import { FileValue } from '../../contract/configuration/value.ts';
import type { Store } from '../database/store.ts';
import type { Uploads } from '../database/tables.ts';

/** The rows of uploaded files. */
export interface UploadRows {
  add(upload: Insertable<Uploads>): Promise<void>;
  /** Undefined as well for a text that cannot be an id. */
  find(id: string): Promise<Uploads | undefined>;
  /** Bytes of all uploads, and of those that no submission names. */
  bytes(): Promise<{ total: number; unclaimed: number }>;
  /**
   * Forgets uploads of before then that no submission names. `remove` is called with each before the rows are gone for good,
   * so that no file is left without a row, whenever the process ends.
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
      // Strangers may ask for anything, and PostgreSQL fails on a NUL.
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
