/**
 * The companion's tables, the same on SQLite and PostgreSQL. Times are ISO 8601 UTC as text (they sort as they are),
 * JSON is text (bytes matter: answers are replayed and bodies sent exactly as stored), money is integer minor units.
 */
export interface Tables {
  quotation_counters: QuotationCounters;
  quotations: Quotations;
  cart_actions: CartActions;
  events: Events;
  deliveries: Deliveries;
  idempotency_keys: IdempotencyKeys;
  uploads: Uploads;
}

/** The last number given out in a year. Raised in the transaction that stores the quotation, hence no gaps. */
export interface QuotationCounters {
  year: number;
  last: number;
}

interface Submission {
  id: string;
  created_at: string;
  product_id: string;
  /** Version of the product that was priced. */
  product_version: string;
  /** Version the browser had, where it said so. */
  shown_version: string | null;
  output_id: string | null;
  button_id: string | null;
  language: string;
  quantity: number;
  currency: string;
  /** Minor units; null where the price is on request. */
  total: number | null;
  /** What the browser showed, in minor units; null where it didn't say. */
  shown_total: number | null;
  dealer_id: string | null;
  dealer_product_id: string | null;
  session_id: string | null;
  /** JSON object of the contact form's custom fields. */
  extra_fields: string;
  /** JSON of the canonical configuration. */
  configuration: string;
  /** JSON of the price breakdown in the shopper's language (`FrozenPrice`). */
  price: string;
  /** The answer as it was sent, byte for byte: items, lines and totals are in it. */
  answer: string;
}

export interface Quotations extends Submission {
  number: number;
  status: number;
  /** JSON of who asked. */
  customer: string;
}

export type CartActions = Submission;

/** Something that happened. Its deliveries say who is told. */
export interface Events {
  id: string;
  /** One of `DomainEvent`. */
  type: string;
  /** JSON of the event (`DomainEvent`); null for those stored before payloads were kept. */
  payload: string | null;
  /** Id of the quotation or cart action. */
  subject_id: string;
  created_at: string;
}

/**
 * One event on its way to one URL; this row is the truth about it.
 * pending (waits for its first attempt, or the next) → sending (an attempt is or was under way) → delivered or failed.
 */
export interface Deliveries {
  id: string;
  event_id: string;
  dialect: string;
  url: string;
  /** Rendered in the transaction that stored the event, and sent like that on every attempt. */
  body: string;
  status: 'pending' | 'sending' | 'delivered' | 'failed';
  attempts: number;
  created_at: string;
  /** When the next attempt may be made. */
  due_at: string;
  attempted_at: string | null;
  finished_at: string | null;
  response_status: number | null;
  /** Why it failed, as a stable code and a sentence: "timeout: no answer within 10 s". */
  reason: string | null;
}

export interface IdempotencyKeys {
  key: string;
  /** SHA-256 of the request body, hex. */
  body_hash: string;
  path: 'quotation' | 'cart';
  subject_id: string;
  created_at: string;
}

export interface Uploads {
  id: string;
  product_id: string;
  feature_id: string;
  name: string;
  size: number;
  created_at: string;
  /** Set by the first submission that names it; files without are removed after a day. */
  claimed_at: string | null;
}
