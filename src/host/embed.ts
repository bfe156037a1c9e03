import type { EventDetail, WidgetEventName, WidgetEvents } from '../element-api/widget-events.ts';
import type { Selections } from '../contract/configuration/value.ts';
import { codedError, type CodedError } from '../element-api/coded-error.ts';
import { deferred } from '../loader/deferred.ts';
import { embedAddress } from '../loader/embed-address.ts';
import { mountFrame } from '../loader/mount-frame.ts';
import { emit } from '../element-api/emit.ts';
import type { HostPricing } from '../element-api/host-pricing.ts';
import type { Mounted } from '../element-api/mounted.ts';

interface Shared {
  /** The companion's URL, or the folder of a static host that holds `embed/` and `quotelet/`. */
  readonly base: string;
  /** BCP 47; default: the nearest `lang` around the target, else the browser's. */
  readonly lang?: string | undefined;
  readonly currency?: string | undefined;
  readonly output?: string | undefined;
  readonly step?: string | undefined;
  readonly theme?: 'auto' | 'light' | 'dark' | undefined;
  /** Answers to begin with. */
  readonly select?: Selections | undefined;
  /** The name of this configurator in plain messages; an element id of the page. */
  readonly id?: string | undefined;
  /** Prices configurations on the page's own account. */
  readonly pricing?: HostPricing | null | undefined;
}

/** A product of the companion, or a product file on a static host. */
export type EmbedOptions = Shared &
  (
    | { readonly product: string; readonly src?: undefined }
    | { readonly src: string; readonly product?: undefined }
  );

type Calls = 'getConfiguration' | 'select' | 'goToStep' | 'reset' | 'submit';

/** A configurator on the page, behind its iframe. Calls wait until it is on screen. */
export interface Embedded extends Pick<Mounted, Calls> {
  /**
   * Resolves when the product is on screen. Rejected with an Error that has a `code`: `no_target`, `no_product`, `frame_silent`,
   * `unsupported_version`, `parent_not_allowed`, `removed`, or what kept the product from being shown.
   */
  readonly ready: Promise<void>;
  /** Prices configurations on the page's own account; null gives pricing back to the product. */
  pricing: HostPricing | null | undefined;
  /**
   * Listens to an event; `event.preventDefault()` on `widget.submitting` stops the submission.
   *
   * @returns ends it
   */
  readonly on: <Name extends WidgetEventName>(
    name: Name,
    handler: (data: WidgetEvents[Name], event: CustomEvent<EventDetail<Name>>) => void,
  ) => () => void;
  /** Takes the iframe away and puts back what was in the target before. Calls that wait are rejected with `removed`. */
  readonly destroy: () => void;
}

/** Target → what ends the configurator in it; a target shows one. */
const shown = /* @__PURE__ */ new WeakMap<Element, () => void>();

const removed = () => codedError('removed', 'The configurator is no longer on the page.');

/**
 * Shows a configurator in place of what stands in `target`, behind an iframe. What stands there stays until the product is on
 * screen, and returns where it does not come, goes silent, or is destroyed.
 *
 * @param target an element, or a selector of one; one that shows a configurator already gets the new one instead
 * @returns at once; what goes wrong rejects `ready`
 * @example
 * const table = embed('#configurator', { base: 'https://quotes.example.com', product: 'oak-table' });
 * table.on('widget.added_to_cart', ({ lines, quantity }) => cart.add(lines, quantity));
 */
export function embed(target: Element | string, options: EmbedOptions): Embedded {
  /** Rejected at the end. */
  const removal = deferred<never>();
  let ended = false;
  /** Events are fired on it, its attributes are those of the element in the frame, and it holds the iframe. */
  const holder = document.createElement('div');
  let { pricing } = options;
  let place: Element | null | undefined;
  let former: readonly ChildNode[] = [];
  let mounted: Mounted | undefined;

  const end = () => {
    if (ended) return;
    ended = true;
    removal.reject(removed());
    mounted?.destroy();
    mounted = undefined;
    holder.replaceWith(...former);
    if (place && shown.get(place) === destroy) shown.delete(place);
  };
  const destroy = () => {
    // Whoever ends it knows; real failures that nobody awaits stay to be seen in the console.
    ready.catch(() => {});
    end();
  };
  const fail = (error: Error) => {
    if (ended) return;
    const { code = 'widget_failed', message } = error as Partial<CodedError> & Error;
    emit(holder, 'widget.error', { code, message });
    end();
  };

  const start = async () => {
    place = typeof target === 'string' ? document.querySelector(target) : target;
    if (!place) throw codedError('no_target', `There is no ${target as string} on this page.`);
    const { base, product = '', src } = options;
    if (!product && !src) throw codedError('no_product', 'Either product or src has to be given.');
    const folder = new URL(base, document.baseURI).href.replace(/\/?$/, '/');
    const { lang, currency, output, step, theme, id, select } = options;
    const attributes = { currency, output, step, theme, id, select: select && JSON.stringify(select) };
    for (const [name, value] of Object.entries(attributes))
      if (value !== undefined) holder.setAttribute(name, value);

    shown.get(place)?.();
    shown.set(place, destroy);
    // Room for what comes, less what is there: what follows the target must not jump.
    holder.style.cssText = `display:flow-root;min-height:calc(var(--quotelet-min-height,100svh) - ${place.clientHeight}px)`;
    place.append(holder);
    const mounting = mountFrame({
      host: holder,
      root: holder,
      address: embedAddress(folder, product, src),
      language: lang || place.closest('[lang]:not([lang=""])')?.getAttribute('lang') || navigator.language,
      linked: true,
      failed: fail,
      removal: removal.promise,
    });
    const there = await Promise.race([mounting, removal.promise]);
    if (ended) throw removed();
    mounted = there;
    former = [...place.childNodes].filter((node) => node !== holder);
    for (const node of former) node.remove();
    holder.style.minHeight = '';
    if (pricing) mounted.pricing = pricing;
  };
  const ready = start().catch((error: unknown) => {
    fail(error as Error);
    throw error;
  });

  const call = (name: Calls) =>
    (async (given: never) => {
      await ready;
      if (!mounted) throw removed();
      return mounted[name](given);
    }) as never;
  return {
    ready,
    getConfiguration: call('getConfiguration'),
    select: call('select'),
    goToStep: call('goToStep'),
    reset: call('reset'),
    submit: call('submit'),
    get pricing() {
      return pricing;
    },
    set pricing(by) {
      pricing = by;
      if (mounted) mounted.pricing = by;
    },
    on: (name, handler) => {
      const hear = (event: Event) => {
        const fired = event as CustomEvent<EventDetail<typeof name>>;
        handler(fired.detail.data, fired);
      };
      holder.addEventListener(name, hear);
      return () => holder.removeEventListener(name, hear);
    },
    destroy,
  };
}
