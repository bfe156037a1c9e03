import { vi } from 'vitest';
import type { EventDetail, WidgetEventName, WidgetEvents } from '../../../src/element-api/widget-events.ts';
import type { ProductInput } from '../../../src/contract/product/product.ts';
import type { Attributes } from '../../../src/element-api/attributes.ts';
import type { MountOptions } from '../../../src/element-api/mount-options.ts';
import type { Mounted } from '../../../src/element-api/mounted.ts';
import { mount } from '../../../src/widget/mount/mount.ts';
import { published } from './products.ts';

/** The companion, on the page's own origin, so that there are no preflight requests. */
export const server = `${location.origin}/`;
const names = [
  'widget.ready',
  'configuration.changed',
  'price.changed',
  'widget.step_changed',
  'widget.validation_failed',
  'widget.submitting',
  'quotation.created',
  'widget.added_to_cart',
  'widget.error',
] satisfies WidgetEventName[];

/** A widget on a page, and what a test needs to talk to it. */
export interface OnPage {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly mounted: Mounted;
  /** Every event that reached the document, in order. */
  readonly heard: EventDetail[];
  /** Data of the last event with that name. */
  last<Name extends WidgetEventName>(name: Name): WidgetEvents[Name] | undefined;
  $<E extends HTMLElement = HTMLInputElement>(selector: string): E;
  /** The first button with this text in it. */
  button(text: string): HTMLButtonElement;
  /** All visible text. */
  text(): string;
}

let open: Mounted[] = [];
let listening: [string, (event: Event) => void][] = [];

/** Removes all widgets from the page. */
export function clearPage(): void {
  for (const mounted of open) mounted.destroy();
  for (const [name, listener] of listening) document.removeEventListener(name, listener);
  open = [];
  listening = [];
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
}

/** Mounts a product as the loader does, and waits until the lazy parts are there. */
export async function mountProduct(
  definition: ProductInput,
  attributes: Attributes = {},
  options: Partial<MountOptions> = {},
): Promise<OnPage> {
  const host = document.createElement('quotelet-test');
  host.setAttribute('product', definition.id);
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const heard: EventDetail[] = [];
  for (const name of names) {
    const listener = (event: Event) => void heard.push((event as CustomEvent<EventDetail>).detail);
    document.addEventListener(name, listener);
    listening.push([name, listener]);
  }
  const mounted = await mount({
    host,
    root,
    base: server,
    product: published(definition),
    server,
    language: 'en',
    attributes,
    removal: Promise.resolve(),
    failed: () => {},
    ...options,
  });
  open.push(mounted);
  await vi.waitFor(() => {
    if (!root.querySelector('.tools button')) throw new Error('not settled');
  });
  return {
    host,
    root,
    mounted,
    heard,
    last: <Name extends WidgetEventName>(name: Name) =>
      heard.filter(({ event }) => event === name).at(-1)?.data as WidgetEvents[Name] | undefined,
    $<E extends HTMLElement = HTMLInputElement>(selector: string) {
      const found = root.querySelector<E>(selector);
      if (!found) throw new Error(`nothing is ${selector} in ${root.innerHTML}`);
      return found;
    },
    button(text) {
      const found = [...root.querySelectorAll('button')].find((each) => each.textContent?.includes(text));
      if (!found) throw new Error(`no button says ${text}`);
      return found;
    },
    text: () => (root.textContent ?? '').replace(/\s+/g, ' '),
  };
}

/** Types into a field and leaves it. */
export function type(input: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Waits for pending microtasks and renders. */
export const tick = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
