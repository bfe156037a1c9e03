import type { Signal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import type { WidgetEventName, WidgetEvents } from '../../element-api/widget-events.ts';
import type { PublishedOutput } from '../../contract/published/published-output.ts';
import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { Price } from '../../contract/configuration/price.ts';
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
  /** Aborted when the element is removed; ends every listener and request. */
  readonly life: AbortSignal;
  /** Paths that have changed since the page was last told. */
  readonly changed: Set<string>;
  /** Goes up with every change that page and shopper should hear of; observed once the product is on screen. */
  readonly changes: Signal<number>;
  /** What is in the fields but does not count yet. */
  readonly drafts: Drafts;
  /** A price from outside in place of the product's own; undefined while that one stands. */
  readonly externalPrice: Signal<ShownPrice<Price> | undefined>;
  /** Made once an external source is to price. */
  pricer?: Pricer | undefined;
  /** Whether the page is being printed, which shows all steps. */
  readonly printing: Signal<boolean>;
  /** Whether one step is shown at a time. */
  readonly paged: boolean;
  /** The step that is shown, or was gone to last. */
  readonly step: Signal<string>;
  /** The output whose buttons are offered. */
  readonly output: Signal<PublishedOutput | undefined>;
  /** What is shown above the questions, below the buttons, and over everything. */
  readonly notice: Signal<ComponentChild>;
  readonly outcome: Signal<ComponentChild>;
  readonly dialog: Signal<ComponentChild>;
  /** The entries of the contact form, whether it is open or not; in memory only. */
  contact: Readonly<Record<string, string>>;
  /** The text of the live region. */
  readonly said: Signal<string>;
  /** Resolves when the pointer that is down on the configurator is up; undefined if none is down. */
  pressed?: Promise<unknown> | undefined;
  /** Whether the product is on screen, so that the rest may be shown. */
  readonly ready: Signal<boolean>;
  /** Posts a message to the page. One that cannot be posted is dropped silently, because nothing waits for it. */
  post(message: unknown): void;
  /** Fires an event on the element and posts it to the page. */
  emit<Name extends WidgetEventName>(event: Name, data: WidgetEvents[Name]): boolean;
  /** `setTimeout` that ends with the element. @returns cancels it */
  after(ms: number, run: () => void): () => void;
  /** The address of one of the product's pictures. */
  url(path: string): string;
  /** Does what a click on that button does. */
  submit(buttonId: string): Promise<SubmitResult>;
}
