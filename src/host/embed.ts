import type { EventDetail, WidgetEventName, WidgetEvents } from '../element-api/widget-events.ts';
import type { Selections } from '../contract/configuration/value.ts';
import { codedError, type CodedError } from '../element-api/coded-error.ts';
import { deferred } from '../loader/deferred.ts';
import { embedAddress } from '../loader/embed-address.ts';
import { mountFrame } from '../loader/mount-frame.ts';
import { dispatch } from '../element-api/dispatch.ts';
import { uniqueId } from '../element-api/unique-id.ts';
import type { HostPricing } from '../element-api/host-pricing.ts';
import type { Mounted } from '../element-api/mounted.ts';

interface CommonOptions {
  /** The companion's URL, or that of a static host's folder with `embed/` and `quotelet/`. */
  readonly base: string;
  /** BCP 47; default: the nearest `lang` around the target, else the browser's. */
  readonly lang?: string | undefined;
  readonly currency?: string | undefined;
  readonly output?: string | undefined;
  readonly step?: string | undefined;
  readonly theme?: 'auto' | 'light' | 'dark' | undefined;
  /** Initial answers. */
  readonly select?: Selections | undefined;
  /** The id of the configurator's element, which names it in plain messages too. */
  readonly id?: string | undefined;
  /** Prices configurations in the page's own code. */
  readonly pricing?: HostPricing | null | undefined;
}

/** A product of the companion, or a product file on a static host. */
export type EmbedOptions = CommonOptions &
  (
    | { readonly product: string; readonly src?: undefined }
    | { readonly src: string; readonly product?: undefined }
  );

type Method = 'getConfiguration' | 'select' | 'goToStep' | 'reset' | 'submit';

/** A configurator on the page, in its iframe. Calls wait until it is on screen. */
export interface Embedded extends Pick<Mounted, Method> {
  /**
   * Resolves when the product is on screen. Rejected with an Error that has a `code`: `no_target`, `no_product`, `frame_silent`,
   * `unsupported_version`, `parent_not_allowed`, `removed`, or the reason why the product cannot be shown.
   */
  readonly ready: Promise<void>;
  /** Prices configurations in the page's own code; null returns to the product's prices. */
  pricing: HostPricing | null | undefined;
  /**
   * Listens to an event; `event.preventDefault()` on `widget.submitting` stops the submission.
   *
   * @returns stops listening
   */
  readonly on: <Name extends WidgetEventName>(
    name: Name,
    handler: (data: WidgetEvents[Name], event: CustomEvent<EventDetail<Name>>) => void,
  ) => () => void;
  /** Removes the iframe and restores the target's former content. Calls that wait are rejected with `removed`. */
  readonly destroy: () => void;
}

/** By target: ends the configurator in it. A target shows one at a time. */
const shown = /* @__PURE__ */ new WeakMap<Element, () => void>();

const removed = () => codedError('removed', 'The configurator is no longer on the page.');

/**
 * Shows a configurator in an iframe, in place of the content of `target`. That content stays until the product is on screen,
 * and returns if the product cannot be shown, goes silent, or is destroyed.
 *
 * @param target an element, or a selector of one; if it shows a configurator already, the new one replaces it
 * @returns at once; errors reject `ready`
 * @example
 * const table = embed('#configurator', { base: 'https://quotes.example.com', product: 'oak-table' });
 * table.on('widget.added_to_cart', ({ lines, quantity }) => cart.add(lines, quantity));
 */
export function embed(target: Element | string, options: EmbedOptions): Embedded {
  /** Rejected when the configurator ends. */
  const removal = deferred<never>();
  let ended = false;
  /** Contains the iframe. Events are fired on it, and its attributes go to the element in the frame. */
  const holder = document.createElement('div');
  let { pricing } = options;
  let container: Element | null | undefined;
  let former: readonly ChildNode[] = [];
  let mounted: Mounted | undefined;

  const end = () => {
    if (ended) return;
    ended = true;
    removal.reject(removed());
    mounted?.destroy();
    mounted = undefined;
    holder.replaceWith(...former);
    if (container && shown.get(container) === destroy) shown.delete(container);
  };
  const destroy = () => {
    // Ending it on purpose is not an unhandled failure; others still show up in the console.
    ready.catch(() => {});
    end();
  };
  const fail = (error: Error) => {
    if (ended) return;
    const { code = 'widget_failed', message } = error as Partial<CodedError> & Error;
    const timestamp = new Date().toISOString();
    dispatch(holder, { id: uniqueId(), event: 'widget.error', timestamp, data: { code, message } });
    end();
  };

  const start = async () => {
    container = typeof target === 'string' ? document.querySelector(target) : target;
    if (!container) throw codedError('no_target', `There is no ${target as string} on this page.`);
    const { base, product = '', src } = options;
    if (!product && !src) throw codedError('no_product', 'Either product or src has to be given.');
    const folder = new URL(base, document.baseURI).href.replace(/\/?$/, '/');
    const { lang, select } = options;
    for (const name of ['currency', 'output', 'step', 'theme', 'id'] as const)
      if (options[name] !== undefined) holder.setAttribute(name, options[name]);
    if (select) holder.setAttribute('select', JSON.stringify(select));

    shown.get(container)?.();
    shown.set(container, destroy);
    // Reserves room for the product, less the present content, so that what follows the target does not jump.
    holder.style.cssText = `display:flow-root;min-height:calc(var(--quotelet-min-height,100svh) - ${container.clientHeight}px)`;
    container.append(holder);
    const mounting = mountFrame({
      host: holder,
      root: holder,
      address: embedAddress(folder, product, src),
      language:
        lang || container.closest('[lang]:not([lang=""])')?.getAttribute('lang') || navigator.language,
      linked: true,
      failed: fail,
      removal: removal.promise,
    });
    const result = await Promise.race([mounting, removal.promise]);
    if (ended) throw removed();
    mounted = result;
    former = [...container.childNodes].filter((node) => node !== holder);
    for (const node of former) node.remove();
    holder.style.minHeight = '';
    if (pricing) mounted.pricing = pricing;
  };
  const ready = start().catch((error: unknown) => {
    fail(error as Error);
    throw error;
  });

  const call = (name: Method) =>
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
      const listener = (event: Event) => {
        const fired = event as CustomEvent<EventDetail<typeof name>>;
        handler(fired.detail.data, fired);
      };
      holder.addEventListener(name, listener);
      return () => holder.removeEventListener(name, listener);
    },
    destroy,
  };
}
