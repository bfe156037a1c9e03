import type { Insertable } from 'kysely';
import type { DomainEvent } from '../../contract/event/domain-event.ts';
import type { WebhookDialect } from '../../dialects/dialect.ts';
import { webhookDialects } from '../../dialects/webhook-dialects.ts';
import type { Deliveries } from '../database/tables.ts';
import type { PendingDelivery } from './delivery-rows.ts';
import { timeOrderedId } from '../database/time-ordered-id.ts';

/** Where an event goes, and in which dialect. */
export interface WebhookDestination {
  readonly url: string;
  /** A name in `webhookDialects`. */
  readonly dialect: string;
}

/** The deliveries of an event: one for each destination whose dialect says it, each body rendered once. */
export function renderDeliveries(
  event: DomainEvent,
  destinations: readonly WebhookDestination[],
  dialects: Readonly<Record<string, WebhookDialect>> = webhookDialects,
): readonly (PendingDelivery & Insertable<Deliveries>)[] {
  const bodies = new Map<string, string | undefined>();
  return destinations.flatMap(({ url, dialect }) => {
    if (!bodies.has(dialect)) bodies.set(dialect, renderBody(event, dialects[dialect]!));
    const body = bodies.get(dialect);
    if (body === undefined) return [];
    return {
      id: timeOrderedId(),
      event_id: event.id,
      dialect,
      url,
      body,
      status: 'pending' as const,
      attempts: 0,
      created_at: event.created_at,
      due_at: event.created_at,
    };
  });
}

function renderBody(event: DomainEvent, { bodies }: WebhookDialect): string | undefined {
  // Each member takes the events of its own type, which the compiler cannot tell of a union.
  const write = bodies[event.type] as ((event: DomainEvent) => object) | undefined;
  return write && JSON.stringify(write(event));
}
