import type { ErrorCode } from './element-error-code.ts';
import type { AddQuoteAnswer } from '../contract/quote/add-quote.ts';
import type { Items, Line } from '../contract/quote/items.ts';
import type { Issue } from '../contract/configuration/issue.ts';
import type { Selections } from '../contract/configuration/value.ts';

/** A price in an event: decimals in major units. */
export interface PriceEvent {
  readonly state: 'base' | 'pending' | 'adjusted' | 'confirming' | 'fallback' | 'incomplete' | 'on_request';
  readonly currency: string;
  /** Net or gross, as the product's prices are; null if there is no price. */
  readonly total_price: number | null;
  readonly net: number | null;
  readonly tax: number | null;
  readonly gross: number | null;
  readonly line_items: readonly {
    readonly id: string;
    readonly name: string;
    readonly quantity: number;
    readonly unit_price: number | null;
    readonly total: number;
  }[];
}

/** What was submitted, in the events that report it. */
export interface SubmittedEvent {
  readonly button_id: string;
  readonly output_id: string | null;
  readonly product_id: string;
  readonly product_version: string;
  readonly quantity: number;
  readonly total_price: number | null;
  readonly currency: string;
  readonly items: Items;
  readonly lines: readonly Line[];
  /** The companion's answer; null where only the page was told. */
  readonly answer: AddQuoteAnswer | null;
}

/** `detail.data` of every event an element fires. */
export interface WidgetEvents {
  'widget.ready': {
    readonly product_id: string;
    readonly product_version: string;
    readonly language: string;
  };
  'configuration.changed': {
    readonly selections: Selections;
    readonly quantity: number;
    readonly valid: boolean;
    readonly changed: readonly string[];
  };
  'price.changed': PriceEvent;
  'widget.step_changed': { readonly step_id: string };
  'widget.validation_failed': { readonly button_id: string | null; readonly issues: readonly Issue[] };
  /** Cancelable: `preventDefault()` stops the submission. */
  'widget.submitting': Omit<SubmittedEvent, 'answer'>;
  'quotation.created': SubmittedEvent & {
    readonly quotation_id: string;
    readonly quotation_number: number;
    readonly pdf_url: string;
  };
  'widget.added_to_cart': SubmittedEvent & { readonly submission_id: string | null };
  'widget.error': { readonly code: ErrorCode; readonly message: string; readonly details?: unknown };
}
export type WidgetEventName = keyof WidgetEvents;

/** `detail` of every CustomEvent: an id to dedupe on, ISO 8601 time, and the data. */
export interface EventDetail<Name extends WidgetEventName = WidgetEventName> {
  readonly id: string;
  readonly event: Name;
  readonly timestamp: string;
  readonly data: WidgetEvents[Name];
}
