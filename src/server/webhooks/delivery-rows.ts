import { prepared } from '../database/prepared.ts';
import type { Store } from '../database/store.ts';
import type { Deliveries } from '../database/tables.ts';

/** A delivery that waits to be sent. */
export type PendingDelivery = Pick<
  Deliveries,
  'id' | 'event_id' | 'dialect' | 'url' | 'body' | 'attempts' | 'due_at'
>;

/** What became of an attempt. `due_at`: when the next one may be made; unchanged where there is none. */
export type Outcome = Pick<Deliveries, 'status' | 'response_status' | 'reason' | 'due_at'>;

export interface DeliveryRows {
  /**
   * Takes a delivery for its next attempt; false where another process has it, or has made that attempt already. Durable
   * before the first byte leaves, so that no attempt is made twice.
   */
  claim(delivery: Pick<Deliveries, 'id' | 'attempts'>): Promise<boolean>;
  finish(id: string, outcome: Outcome): Promise<void>;
  /** Deliveries that were due before then and are in nobody's hands, longest due first. */
  pending(limit: number, dueBefore: string): Promise<PendingDelivery[]>;
  /**
   * Deals with attempts that began before `attemptedBefore` and never ended, because their process died: deliveries in a
   * dialect that is retried are due again, others have failed. Returns how many have failed.
   */
  interrupt(attemptedBefore: string, retried: readonly string[]): Promise<number>;
}

export function deliveryRows(store: Store): DeliveryRows {
  const { db } = store;
  const claim = prepared<{ id: string; attempts: number; now: string }>((value) =>
    db
      .updateTable('deliveries')
      .set((row) => ({ status: 'sending', attempts: row('attempts', '+', 1), attempted_at: value('now') }))
      .where('id', '=', value('id'))
      .where('status', '=', 'pending')
      .where('attempts', '=', value('attempts')),
  );
  const finish = prepared<Outcome & { id: string; finished_at: string | null }>((value) =>
    db
      .updateTable('deliveries')
      .set({
        status: value('status'),
        response_status: value('response_status'),
        reason: value('reason'),
        due_at: value('due_at'),
        finished_at: value('finished_at'),
      })
      .where('id', '=', value('id')),
  );
  const now = (): string => new Date().toISOString();
  return {
    claim: ({ id, attempts }) =>
      store.write(
        async (transaction) =>
          (await claim(transaction, { id, attempts, now: now() })).numAffectedRows === 1n,
      ),
    finish: async (id, outcome) => {
      const finished_at = outcome.status === 'pending' ? null : now();
      await store.write((transaction) => finish(transaction, { id, finished_at, ...outcome }));
    },
    pending: (limit, dueBefore) =>
      db
        .selectFrom('deliveries')
        .select(['id', 'event_id', 'dialect', 'url', 'body', 'attempts', 'due_at'])
        .where('status', '=', 'pending')
        .where('due_at', '<', dueBefore)
        .orderBy('due_at')
        .limit(limit)
        .execute(),
    interrupt: (attemptedBefore, retried) =>
      store.write(async (transaction) => {
        const interrupted = transaction
          .updateTable('deliveries')
          .where('status', '=', 'sending')
          .where('attempted_at', '<', attemptedBefore);
        if (retried.length)
          await interrupted
            .where('dialect', 'in', retried)
            .set({ status: 'pending', due_at: now(), reason: 'interrupted: the companion stopped' })
            .execute();
        const { numUpdatedRows } = await interrupted
          .set({
            status: 'failed',
            finished_at: now(),
            reason: 'interrupted: the companion stopped while it was sending; this dialect does not retry',
          })
          .executeTakeFirstOrThrow();
        return Number(numUpdatedRows);
      }),
  };
}
