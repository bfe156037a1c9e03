import { prepared } from '../database/prepared.ts';
import type { Store } from '../database/store.ts';
import type { Deliveries } from '../database/tables.ts';

/** A delivery that waits to be sent. */
export type PendingDelivery = Pick<Deliveries, 'id' | 'url' | 'body'>;

export interface DeliveryRows {
  /** Takes a delivery for sending; false where another process has it. Durable before the first byte leaves, so that none is sent twice. */
  claim(id: string): Promise<boolean>;
  finish(id: string, outcome: Pick<Deliveries, 'status' | 'response_status' | 'reason'>): Promise<void>;
  /** Deliveries made before then that nobody attempted, oldest first. */
  pending(limit: number, createdBefore: string): Promise<PendingDelivery[]>;
  /** Marks as failed what was being sent before `attemptedBefore` and never ended: its process died. Returns how many. */
  interrupt(attemptedBefore: string): Promise<number>;
}

export function deliveryRows(store: Store): DeliveryRows {
  const { db } = store;
  const claim = prepared<{ id: string; now: string }>((value) =>
    db
      .updateTable('deliveries')
      .set((row) => ({ status: 'sending', attempts: row('attempts', '+', 1), attempted_at: value('now') }))
      .where('id', '=', value('id'))
      .where('status', '=', 'pending'),
  );
  const finish = prepared<Pick<Deliveries, 'id' | 'status' | 'response_status' | 'reason'> & { now: string }>(
    (value) =>
      db
        .updateTable('deliveries')
        .set({
          status: value('status'),
          response_status: value('response_status'),
          reason: value('reason'),
          finished_at: value('now'),
        })
        .where('id', '=', value('id')),
  );
  const now = (): string => new Date().toISOString();
  return {
    claim: (id) =>
      store.write(
        async (transaction) => (await claim(transaction, { id, now: now() })).numAffectedRows === 1n,
      ),
    finish: async (id, outcome) => {
      await store.write((transaction) => finish(transaction, { id, now: now(), ...outcome }));
    },
    pending: (limit, createdBefore) =>
      db
        .selectFrom('deliveries')
        .select(['id', 'url', 'body'])
        .where('status', '=', 'pending')
        .where('created_at', '<', createdBefore)
        .orderBy('created_at')
        .limit(limit)
        .execute(),
    interrupt: (attemptedBefore) =>
      store.write(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('deliveries')
          .set({
            status: 'failed',
            finished_at: now(),
            reason: 'interrupted: the companion stopped while it was sending; this dialect does not retry',
          })
          .where('status', '=', 'sending')
          .where('attempted_at', '<', attemptedBefore)
          .executeTakeFirstOrThrow();
        return Number(numUpdatedRows);
      }),
  };
}
