import type { Insertable, Kysely, Transaction } from 'kysely';
import type { DomainEvent } from '../../contract/event/domain-event.ts';
import { prepared } from '../database/prepared.ts';
import type { Deliveries, Tables } from '../database/tables.ts';
import type { PendingDelivery } from './delivery-rows.ts';
import { renderDeliveries, type WebhookDestination } from './render-deliveries.ts';

/** Stores events in the caller's transaction, so that an event is there with what it is about, or neither is. */
export interface EventRecorder {
  /**
   * Stores an event, and renders one delivery for each destination whose dialect says it.
   *
   * @param subject id of what the event is about: a quotation, a cart action
   * @returns the deliveries, to be enqueued once the transaction is committed
   */
  record(
    transaction: Transaction<Tables>,
    event: DomainEvent,
    subject: string,
    destinations: readonly WebhookDestination[],
  ): Promise<readonly PendingDelivery[]>;
}

export function eventRecorder(db: Kysely<Tables>): EventRecorder {
  const insertEvent = prepared<Tables['events']>((value) =>
    db.insertInto('events').values({
      id: value('id'),
      type: value('type'),
      payload: value('payload'),
      subject_id: value('subject_id'),
      created_at: value('created_at'),
    }),
  );
  const insertDelivery = prepared<Insertable<Deliveries>>((value) =>
    db.insertInto('deliveries').values({
      id: value('id'),
      event_id: value('event_id'),
      dialect: value('dialect'),
      url: value('url'),
      body: value('body'),
      status: value('status'),
      attempts: value('attempts'),
      created_at: value('created_at'),
      due_at: value('due_at'),
    }),
  );
  return {
    async record(transaction, event, subject, destinations) {
      const { id, type, created_at } = event;
      const payload = JSON.stringify(event);
      await insertEvent(transaction, { id, type, payload, subject_id: subject, created_at });
      const deliveries = renderDeliveries(event, destinations);
      for (const delivery of deliveries) await insertDelivery(transaction, delivery);
      return deliveries;
    },
  };
}
