import type { Locator, Page } from '@playwright/test';
import type { WidgetEventName } from '../../../src/loader/index.ts';
import type { Heard } from './configurator.ts';
import { allowedHost, companion } from './origins.ts';
import { servePage } from './serve-page.ts';

/** How the configurator is to start. `features` stand in an iframe's address, and in the `select` attribute elsewhere. */
export interface Wanted {
  readonly product?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly features?: Readonly<Record<string, string | number>>;
  /** Around the configurator. */
  readonly before?: string;
  readonly after?: string;
  /** The page's own; default: of another site than the companion's. */
  readonly origin?: string;
}

/** One way to have a configurator on a page of another origin than the companion's. */
export interface Way {
  readonly name: 'inline' | 'isolated' | 'bare';
  /** Whether there is an element on the page: with methods, `pricing`, events to prevent. A bare iframe has only messages. */
  readonly element: boolean;
  /** Where plain messages come from. */
  readonly speaks: (page: string) => string;
  readonly markup: (wanted: Wanted) => string;
  /** The element that the shopper sees, wherever it is. */
  readonly inside: (page: Page) => Locator;
}

const attributesOf = (given: Readonly<Record<string, string>>) =>
  Object.entries(given)
    .map(([name, value]) => ` ${name}='${value}'`)
    .join('');

const tag = ({ product = 'oak-table', attributes = {}, features }: Wanted, more = '') =>
  `<quotelet-configurator product="${product}"${more}${attributesOf({
    ...attributes,
    ...(features && { select: JSON.stringify(features) }),
  })}><a href="#mail">Ask us</a></quotelet-configurator>`;

export const inline: Way = {
  name: 'inline',
  element: true,
  speaks: (page) => page,
  markup: (wanted) => tag(wanted),
  inside: (page) => page.locator('quotelet-configurator'),
};

export const isolated: Way = {
  name: 'isolated',
  element: true,
  speaks: () => companion,
  markup: (wanted) => tag(wanted, ' isolate'),
  inside: (page) =>
    page.locator('quotelet-configurator iframe').contentFrame().locator('quotelet-configurator'),
};

export const bare: Way = {
  name: 'bare',
  element: false,
  speaks: () => companion,
  markup: ({ product = 'oak-table', attributes, features, origin = allowedHost }) => {
    const query = new URLSearchParams(
      Object.entries({ parent: origin, ...attributes, ...features }).map(([name, value]) => [
        name,
        `${value}`,
      ]),
    );
    const address = `${companion}/embed/${product}?${query}`.replaceAll('&', '&amp;');
    return `<iframe title="Oak table" width="900" height="3000" src="${address}"></iframe>`;
  },
  inside: (page) => page.locator('iframe').contentFrame().locator('quotelet-configurator'),
};

export const ways: readonly Way[] = [inline, isolated, bare];

/** A `message` event of the page: from its own window or the one in an iframe. */
interface Message {
  readonly origin: string;
  readonly from: 'page' | 'frame' | 'somebody';
  readonly data: unknown;
}

interface Told {
  readonly events: Heard[];
  readonly messages: Message[];
}

const told = (page: Page) => page.evaluate(() => (window as unknown as { told: Told }).told);

/** Keeps what reaches the page, from the first moment on: events and messages. Call before opening it. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (window !== top) return;
    const told = { events: [] as unknown[], messages: [] as unknown[] };
    Object.assign(window, { told });
    const events = ['configuration.changed', 'price.changed', 'quotation.created'].concat(
      ['ready', 'step_changed', 'validation_failed', 'submitting', 'added_to_cart', 'error'].map(
        (name) => `widget.${name}`,
      ),
    );
    for (const name of events)
      document.addEventListener(name, (event) => told.events.push((event as CustomEvent<unknown>).detail));
    addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
      const frames = [
        ...document.querySelectorAll('iframe'),
        ...[...document.querySelectorAll('quotelet-configurator')].flatMap((element) => [
          ...(element.shadowRoot?.querySelectorAll('iframe') ?? []),
        ]),
      ];
      const framed = frames.some(({ contentWindow }) => contentWindow === source);
      told.messages.push({ origin, from: source === window ? 'page' : framed ? 'frame' : 'somebody', data });
    });
  });
}

/** Opens a page with a configurator in one of the ways, and waits until it can be used. @returns what the shopper sees of it. */
export async function open(page: Page, way: Way, wanted: Wanted = {}): Promise<Locator> {
  const { before = '', after = '', origin = allowedHost } = wanted;
  await listen(page);
  const url = await servePage(page, {
    origin,
    body: before + way.markup(wanted) + after,
    ...(!way.element && { script: '' }),
  });
  await page.goto(url);
  const inside = way.inside(page);
  await inside.locator('[part~=widget]').waitFor({ timeout: 15_000 });
  return inside;
}

/** Every message so far. */
export const messages = async (page: Page): Promise<readonly Message[]> => (await told(page)).messages;

/** What the page has heard under this name: events of the element, or messages of a bare iframe. */
export async function heard<Name extends WidgetEventName>(
  page: Page,
  way: Way,
  name: Name,
): Promise<Heard<Name>[]> {
  const { events, messages: all } = await told(page);
  const said = way.element
    ? events
    : all
        .map(({ data }) => data as Heard & { source?: string })
        .filter((data) => data?.source === 'quotelet' && 'event' in data);
  return said.filter((one): one is Heard<Name> => one.event === name);
}
