import type { Locator, Page } from '@playwright/test';
import type { WidgetEventName } from '../../../src/loader/index.ts';
import type { Heard } from './configurator.ts';
import { allowedHost, companion } from './origins.ts';
import { servePage } from './serve-page.ts';

/** How the configurator is to start. `features` go into the URL of a bare iframe, or else into the `select` attribute. */
export interface Wanted {
  readonly product?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly features?: Readonly<Record<string, string | number>>;
  /** Markup around the configurator. */
  readonly before?: string;
  readonly after?: string;
  /** The page's origin; default: of another site than the companion's. */
  readonly origin?: string;
}

/** One way to embed a configurator in a page of another origin than the companion's. */
export interface Embedding {
  readonly name: 'inline' | 'isolated' | 'bare';
  /** Whether there is an element on the page, with methods, `pricing` and events. A bare iframe only posts messages. */
  readonly element: boolean;
  /** The origin that messages come from. */
  readonly speaks: (page: string) => string;
  readonly markup: (wanted: Wanted) => string;
  /** The element that the shopper sees, on the page or in a frame. */
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

export const inline: Embedding = {
  name: 'inline',
  element: true,
  speaks: (page) => page,
  markup: (wanted) => tag(wanted),
  inside: (page) => page.locator('quotelet-configurator'),
};

export const isolated: Embedding = {
  name: 'isolated',
  element: true,
  speaks: () => companion,
  markup: (wanted) => tag(wanted, ' isolate'),
  inside: (page) =>
    page.locator('quotelet-configurator iframe').contentFrame().locator('quotelet-configurator'),
};

export const bare: Embedding = {
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

export const embeddings: readonly Embedding[] = [inline, isolated, bare];

/** A `message` event of the page. */
interface Message {
  readonly origin: string;
  readonly from: 'page' | 'frame' | 'somebody';
  readonly data: unknown;
}

interface Received {
  readonly events: Heard[];
  readonly messages: Message[];
}

const received = (page: Page) => page.evaluate(() => (window as unknown as { received: Received }).received);

/** Records events and messages that reach the page. Call before opening it. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (window !== top) return;
    const received = { events: [] as unknown[], messages: [] as unknown[] };
    Object.assign(window, { received });
    const events = ['configuration.changed', 'price.changed', 'quotation.created'].concat(
      ['ready', 'step_changed', 'validation_failed', 'submitting', 'added_to_cart', 'error'].map(
        (name) => `widget.${name}`,
      ),
    );
    for (const name of events)
      document.addEventListener(name, (event) =>
        received.events.push((event as CustomEvent<unknown>).detail),
      );
    addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
      const frames = [
        ...document.querySelectorAll('iframe'),
        ...[...document.querySelectorAll('quotelet-configurator')].flatMap((element) => [
          ...(element.shadowRoot?.querySelectorAll('iframe') ?? []),
        ]),
      ];
      const framed = frames.some(({ contentWindow }) => contentWindow === source);
      received.messages.push({
        origin,
        from: source === window ? 'page' : framed ? 'frame' : 'somebody',
        data,
      });
    });
  });
}

/** Opens a page with an embedded configurator and waits until it can be used. @returns the element that the shopper sees */
export async function open(page: Page, embedding: Embedding, wanted: Wanted = {}): Promise<Locator> {
  const { before = '', after = '', origin = allowedHost } = wanted;
  await listen(page);
  const url = await servePage(page, {
    origin,
    body: before + embedding.markup(wanted) + after,
    ...(!embedding.element && { script: '' }),
  });
  await page.goto(url);
  const inside = embedding.inside(page);
  await inside.locator('[part~=widget]').waitFor({ timeout: 15_000 });
  return inside;
}

/** All messages so far. */
export const messages = async (page: Page): Promise<readonly Message[]> => (await received(page)).messages;

/** Events with this name that the page has received: from the element, or as messages of a bare iframe. */
export async function heard<Name extends WidgetEventName>(
  page: Page,
  embedding: Embedding,
  name: Name,
): Promise<Heard<Name>[]> {
  const { events, messages: all } = await received(page);
  const said = embedding.element
    ? events
    : all
        .map(({ data }) => data as Heard & { source?: string })
        .filter((data) => data?.source === 'quotelet' && 'event' in data);
  return said.filter((one): one is Heard<Name> => one.event === name);
}
