import type { Signal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import type { WidgetEventName, WidgetEvents } from '../../element-api/widget-events.ts';
import type { PublishedOutput, PublishedProduct } from '../../contract/published/published-product.ts';
import type { Price } from '../../contract/configuration/resolution.ts';
import type { Drafts } from '../state/drafts.ts';
import type { MountOptions } from '../../element-api/mount-options.ts';
import type { SubmitResult } from '../../element-api/submit-result.ts';
import type { Pricer } from '../pricing/pricer.ts';
import type { ShownPrice } from '../pricing/shown-price.ts';
import type { State } from '../state/state.ts';
import type { Texts } from '../text/texts.ts';

/** One configurator on a page: what all its parts share. */
export interface Widget {
  readonly options: MountOptions;
  readonly product: PublishedProduct;
  readonly texts: Texts;
  readonly state: State;
  /** Aborted when the element goes; every listener and request hangs on it. */
  readonly life: AbortSignal;
  /** Paths that have changed since the page was told. */
  readonly changed: Set<string>;
  /** Goes up with every change that page and shopper should hear of; observed once the product is on screen. */
  readonly revision: Signal<number>;
  /** What stands in the fields and does not count, or not yet. */
  readonly drafts: Drafts;
  /** A price from outside in place of the product's own; undefined while that one stands. */
  readonly externalPrice: Signal<ShownPrice<Price> | undefined>;
  /** Has others price, once anybody wants to. */
  pricer?: Pricer | undefined;
  /** All steps are shown on paper. */
  readonly printing: Signal<boolean>;
  /** Whether one step is shown at a time, and which. */
  readonly paged: boolean;
  readonly step: Signal<string>;
  /** The output whose buttons are offered. */
  readonly output: Signal<PublishedOutput | undefined>;
  /** Where parts that load on demand show themselves: above the questions, below the buttons, over everything. */
  readonly notice: Signal<ComponentChild>;
  readonly outcome: Signal<ComponentChild>;
  readonly dialog: Signal<ComponentChild>;
  /** What the contact form says, whether it is open or not; in memory only. */
  readonly contact: Signal<Readonly<Record<string, string>>>;
  /** The last thing said to a screen reader. */
  readonly said: Signal<string>;
  /** Until the pointer that is down on the configurator is up again; undefined where none is. */
  pressed?: Promise<unknown> | undefined;
  /** Whether the product is on screen, so that the rest may come. */
  readonly settled: Signal<boolean>;
  /** Posts a message to the page. What cannot be posted, or not there, is lost without a word: nothing waits for it. */
  post(message: unknown): void;
  /** Fires an event on the element, and posts the same to the page. */
  emit<Name extends WidgetEventName>(event: Name, data: WidgetEvents[Name]): boolean;
  /** `setTimeout` that ends with the element. @returns how to cancel it. */
  after(ms: number, run: () => void): () => void;
  /** Address of one of the product's pictures. */
  url(path: string): string;
  /** As the button with this id does. */
  submit(buttonId: string): Promise<SubmitResult>;
}
