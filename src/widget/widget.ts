import type { Signal } from '@preact/signals-core';
import type { ComponentChild } from 'preact';
import type { WidgetEventName, WidgetEvents } from '../contract/event.ts';
import type { Price } from '../contract/resolution.ts';
import type { PublishedOutput, PublishedProduct } from '../contract/published.ts';
import type { Attributes, MountOptions, SubmitResult } from './mount.ts';
import type { Opening } from './opening-answers.ts';
import type { State } from './state.ts';
import type { Texts } from './texts.ts';

/** What the price display shows: our price or the page's, and how far it is. */
export interface Offer {
  readonly state: 'base' | 'pending' | 'adjusted' | 'confirming' | 'fallback';
  readonly price: Price;
}

/** Has the page price configurations. */
export interface Pricer {
  /** The configuration has changed: the page is asked again. */
  reprice(): void;
  /** Waits, before a submission, for the page's last word, but no longer than the product allows. */
  confirm(): Promise<void>;
  stop(): void;
}

/** One configurator on a page: what all its parts share. */
export interface Widget {
  readonly options: MountOptions;
  readonly product: PublishedProduct;
  readonly texts: Texts;
  readonly state: State;
  /** Aborted when the element goes; every listener and request hangs on it. */
  readonly life: AbortSignal;
  /** The price shown; follows the product's own until the page prices for itself. */
  readonly offer: Signal<Offer>;
  /** Whether one step is shown at a time, and which. */
  readonly paged: boolean;
  readonly step: Signal<string>;
  /** Where parts that load on demand show themselves: above the questions, below the buttons, over everything. */
  readonly notice: Signal<ComponentChild>;
  readonly outcome: Signal<ComponentChild>;
  readonly dialog: Signal<ComponentChild>;
  /** Whether the product is on screen, so that the rest may come. */
  readonly settled: Signal<boolean>;
  /** The last thing said to a screen reader. */
  readonly said: Signal<string>;
  /** The output whose buttons are offered. */
  readonly output: Signal<PublishedOutput | undefined>;
  /** Paths of entries that could not be read, as they were last entered. */
  readonly unread: Set<string>;
  /** Where the configuration came from at the start. */
  readonly opening: Opening['from'];
  /** Prices on the page's account, where the page wants to. */
  pricer: Pricer | undefined;
  emit<Name extends WidgetEventName>(event: Name, data: WidgetEvents[Name]): boolean;
  /** Says something politely; of several on one topic within half a second, the last. */
  say(text: string, topic?: string): void;
  /** `setTimeout` that ends with the element. @returns how to cancel it. */
  after(ms: number, run: () => void): () => void;
  /** Tells page and shopper the price shown, if it is another than last time. */
  tellPrice(): void;
  goToStep(id: string): void;
  /** As the button with this id does. */
  submit(buttonId: string): Promise<SubmitResult>;
  /** Address of one of the product's pictures. */
  url(path: string): string;
  /** Takes over attributes of the element. */
  follow(attributes: Attributes): void;
}
