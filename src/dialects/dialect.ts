import type { DomainEvent } from '../contract/event/domain-event.ts';
import type { Items } from '../contract/quote/items.ts';

/** An event of this type, complete. */
export type EventOf<Type extends DomainEvent['type']> = Extract<DomainEvent, { type: Type }>;

/** One try at delivering a webhook. */
export interface WebhookAttempt {
  readonly delivery_id: string;
  readonly event_id: string;
  /** From 1. */
  readonly attempt: number;
  /** Rendered when the event happened and the same on every attempt, so a signature covers exactly these bytes. */
  readonly body: string;
  readonly sent_at: Date;
}

/** How a system says our events by webhook, and how it is delivered to. */
export interface WebhookDialect {
  /** The events it says, each with its body, to be sent as JSON. It is silent about all others. */
  readonly bodies: { readonly [Type in DomainEvent['type']]?: (event: EventOf<Type>) => object };
  /** Headers of an attempt beside `Content-Type`, with the signature where the system verifies one. */
  readonly headers: (attempt: WebhookAttempt) => Readonly<Record<string, string>>;
  /** The statuses that acknowledge a delivery: every success, or only `200`. */
  readonly acknowledgedBy: '2xx' | '200';
  /** Milliseconds to wait before the second attempt, the third, and so on. An empty list delivers at most once. */
  readonly retryDelays: readonly number[];
}

/** A configured product as messages to the page speak of it. Amounts are decimals. */
export interface ConfiguredProduct {
  readonly product_id: string;
  readonly quantity: number;
  readonly currency: string;
  /** For all pieces; null without a price. */
  readonly total_price: number | null;
  /** URL of its picture; undefined without one. */
  readonly image: string | undefined;
  /** Name of the first file that was uploaded. */
  readonly file_name: string | null;
  /** Grams, of one piece. */
  readonly weight: number | null;
  /** The answer to a question, in the shopper's language; null without one. */
  readonly inWords: (feature_id: string) => string | null;
}

/** The same once a button has been pressed and the submission has succeeded. */
export interface SubmittedProduct extends ConfiguredProduct {
  readonly path: 'quotation' | 'cart';
  /** Of the stored quotation or submission; null where the page alone was told. */
  readonly id: string | null;
  readonly button_id: string;
  /** BCP 47. */
  readonly language: string;
  readonly items: Items;
  readonly extra_fields: Readonly<Record<string, unknown>> | undefined;
}

/** A message to the page: what `postMessage` gets. */
export type Message = object | string;

/** Code that writes messages after a change, fetched only by pages whose product speaks the dialect. */
export interface ChangeMessages {
  readonly changed: (product: ConfiguredProduct) => readonly Message[];
}

/** Code that writes messages after a submission, fetched likewise. */
export interface SubmissionMessages {
  readonly submitted: (product: SubmittedProduct) => readonly Message[];
}
