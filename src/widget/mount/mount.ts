import { createElement, render } from 'preact';
import type { AddQuoteAnswer } from '../../contract/quote/add-quote.ts';
import type { PriceEvent } from '../../element-api/widget-events.ts';
import type { CanonicalConfiguration } from '../../contract/configuration/canonical-configuration.ts';
import type { Issue } from '../../contract/configuration/issue.ts';
import type { LineItem } from '../../contract/configuration/price.ts';
import type { Selections } from '../../contract/configuration/value.ts';
import { createEngine } from '../../engine/create-engine.ts';
import { adoptStyle } from '../style/adopt-style.ts';
import { App, Alerts } from './app.tsx';
import { createWidget } from './create-widget.ts';
import { initialAnswers } from '../restore/initial-answers.ts';
import type { Page } from './page.ts';
import type * as PageCalls from './element-methods.ts';
import { partsFor } from './parts-for.ts';
import { publishedProduct } from './published-product.ts';
import style from '../style/first-screen.css?inline';
import { LazyIssues } from '../questions/lazy-issues.ts';
import { afterLoad } from './after-load.tsx';
import { loadTexts } from '../text/load-texts.ts';

export interface MountOptions {
  /** The custom element; events are dispatched on it. */
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** URL of the companion that the script came from, with a slash at its end. */
  readonly base: string;
  /** A published product, or a definition as the merchant wrote it; undefined for who loads it by itself. */
  readonly product: unknown;
  /** The companion's URL; undefined for a static product, which has none. */
  readonly server: string | undefined;
  /** BCP 47. */
  readonly language: string;
  readonly attributes: Attributes;
  /** Rejected when the element goes before it is shown. */
  readonly wanted: Promise<unknown>;
  /** What was on screen is no more, and cannot come back by itself. Only frames fail so. */
  readonly failed: (error: unknown) => void;
  /** The page around it; undefined for the very page that the element is on. */
  readonly page?: Page | undefined;
  /** Features and values as an address spells them, `width=900`: what cannot be read is left out, and the page hears of it. */
  readonly preselect?: Readonly<Record<string, string>> | undefined;
}

/** Attributes of the element that the widget follows, as they stand in the markup. */
export type Attributes = Readonly<
  Partial<Record<'currency' | 'output' | 'step' | 'theme' | 'select', string | undefined>>
>;

export interface ConfigurationReport extends CanonicalConfiguration {
  readonly valid: boolean;
  readonly issues: readonly Issue[];
  readonly price: PriceEvent;
}

/** What a page gets that prices configurations itself. `signal` aborts when the shopper goes on. */
export interface HostPricingRequest {
  readonly configuration: CanonicalConfiguration;
  /** The product's own price. */
  readonly price: PriceEvent;
  readonly signal: AbortSignal;
}

/** The page's price, in major units: lines, a total, or both. With neither, or with what is no number, it has failed. */
export interface HostPrice {
  readonly line_items?: readonly {
    readonly id?: string;
    readonly name: string;
    readonly quantity?: number;
    readonly unit_price?: number;
    readonly total?: number;
    readonly item_type?: LineItem['item_type'];
  }[];
  readonly total_price?: number;
  /** Where it is given, it has to be the one asked for. */
  readonly currency?: string;
}
export type HostPricing = (request: HostPricingRequest) => Promise<HostPrice | null | undefined>;

/** What came of a submission: the companion's answer, or null where the page alone was told. */
export interface SubmitResult {
  readonly button_id: string;
  readonly answer: AddQuoteAnswer | null;
}

/** Calls are carried out in their order; the first one fetches what carries them out. */
export interface Mounted {
  getConfiguration(): Promise<ConfigurationReport>;
  /**
   * Answers several features at once, all of them or none. Saying the same twice changes nothing; null clears an answer.
   *
   * @throws Error with the `code` `unknown_feature` or `wrong_type`, whose message names the paths.
   */
  select(partial: Selections): Promise<void>;
  /** @throws Error with the `code` `unknown_step`. A step that is not asked now stays where it is. */
  goToStep(id: string): Promise<void>;
  reset(): Promise<void>;
  /**
   * As the button with this id does.
   *
   * @throws Error with a `code` where it did not succeed: `invalid` (with the `issues`), `cancelled`, `unknown_button`, `no_server`,
   *   `network`, `not_loaded`, or the companion's.
   */
  submit(buttonId: string): Promise<SubmitResult>;
  set pricing(pricing: HostPricing | null | undefined);
  update(attributes: Attributes): void;
  /** Ends everything: nothing that was started outlives it. */
  destroy(): void;
}

/** Shows a product in a shadow root. Resolves when it is on screen and `widget.ready` has been fired. */
export async function mount(options: MountOptions): Promise<Mounted> {
  const { root } = options;
  const product = await publishedProduct(options.product);
  const engine = createEngine(product);
  const [texts, opening] = await Promise.all([
    loadTexts(options.language, product.languages),
    initialAnswers(engine, options),
    ...partsFor(product),
  ]);

  const life = new AbortController();
  const widget = createWidget(options, engine, texts, opening.answers, life.signal);
  // What is said above and beside the questions from the start must not push them down later.
  if (widget.state.resolved.peek().issues.some(({ kind }) => kind !== 'incomplete'))
    await Promise.all([Alerts.load(), LazyIssues.load()]);
  await opening.say?.(widget);
  adoptStyle(root, style);
  root.replaceChildren();
  render(createElement(App, { widget }), root);
  widget.emit('widget.ready', {
    product_id: product.id,
    product_version: product.version,
    language: texts.language,
  });
  // Whatever is not needed to see and answer the questions comes now.
  widget.after(0, () => afterLoad(widget));

  const calls = () => import('./element-methods.ts');
  let queue: Promise<unknown> = Promise.resolve();
  const call = <T>(run: (calls: typeof PageCalls) => T | Promise<T>): Promise<T> => {
    const result = queue.then(calls).then(run);
    queue = result.catch(() => {});
    return result;
  };
  return {
    // It may have to wait for a file, and nothing has to wait for it.
    getConfiguration: () => queue.then(calls).then(({ report }) => report(widget)),
    select: (partial) => call(({ select }) => select(widget, partial)),
    goToStep: (id) => call(({ turnToStep }) => turnToStep(widget, id)),
    reset: () => call(({ reset }) => reset(widget)),
    submit: (buttonId) => queue.then(() => widget.submit(buttonId)),
    set pricing(pricing: HostPricing | null | undefined) {
      void call(({ priceBy }) => priceBy(widget, pricing));
    },
    update: (attributes) => void call(({ followAttributes }) => followAttributes(widget, attributes)),
    destroy() {
      life.abort();
      render(null, root);
    },
  };
}
