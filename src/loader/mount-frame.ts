import { dispatch } from '../element-api/dispatch.ts';
import { codedError, type CodedError } from '../element-api/coded-error.ts';
import { createFrame } from './create-frame.ts';
import type { EventDetail, WidgetEvents } from '../element-api/widget-events.ts';
import type { Paired } from '../bridge/paired.ts';
import type { Handler } from '../bridge/handler.ts';
import type { PortEnd } from '../bridge/port-end.ts';
import type { Ready, Start } from '../bridge/frame-messages.ts';
import type { HostPricing } from '../element-api/host-pricing.ts';
import type { Mounted } from '../element-api/mounted.ts';
import { openPort } from '../bridge/open-port.ts';
import { pageHandlers } from './page-handlers.ts';
import { pairHost } from '../bridge/pair-host.ts';

export interface FrameOptions {
  /** Events are fired on it; the element in the frame gets its attributes and looks like content of it. */
  readonly host: HTMLElement;
  /** Where the iframe goes. The content there stays visible until the product is. */
  readonly root: ParentNode;
  /** The embed document: `https://quotes.example/embed/oak-table`. */
  readonly address: URL;
  /** BCP 47. */
  readonly language: string;
  /** Whether a share link in the page's address is meant for this frame. */
  readonly linked: boolean;
  /** Rejected when the frame is no longer wanted, before it has come up. */
  readonly removal: Promise<unknown>;
  /** The frame was there and cannot go on: it reloaded without a hello, or with another version. */
  readonly failed: (error: Error) => void;
}

/** How long a frame may take to show a product, in ms; and to say hello once it has loaded. */
const READY_TIMEOUT = 20_000;
const HELLO_TIMEOUT = 2000;
/** The deadline of calls in which a shopper fills in a form or sends a file, in ms. */
const LONG_DEADLINE = 3_600_000;

/** The most that a frame may grow to, in px. */
const MAX_HEIGHT = 20_000;

/** Names of the element's events. A frame cannot fire others on a page. */
const EVENT_NAME = /^(widget|configuration|price|quotation)\./;

/**
 * The host's end of the bridge (docs/PROTOCOL.md): shows the embed document in an iframe, and does for a page what the
 * widget does inline. Resolves when the product is on screen.
 *
 * @throws CodedError `frame_silent`, `unsupported_version`, `parent_not_allowed`, or what the frame reports
 */
export function mountFrame({
  host,
  root,
  address,
  language,
  linked,
  removal,
  failed,
}: FrameOptions): Promise<Mounted> {
  const life = new AbortController();
  const frame = createFrame(address);
  let height = 0;
  let due = 0;
  /** With the next animation frame. */
  const resize = (wanted: number) => {
    height = Math.min(MAX_HEIGHT, Math.max(0, wanted));
    due ||= requestAnimationFrame(() => {
      due = 0;
      frame.style.height = `${height}px`;
    });
  };
  let end: PortEnd | undefined;
  let pricing: HostPricing | null | undefined;
  /** The latest selections: a frame that reloads goes on with them. */
  let selected: Start['selected'];
  let timer: ReturnType<typeof setTimeout>;

  const attributes = () => ({
    ...Object.fromEntries(host.getAttributeNames().map((name) => [name, host.getAttribute(name)!])),
    lang: language,
  });
  const call = (type: string, deadline?: number) => (data?: unknown) =>
    end!.call(type, data, deadline) as never;
  const destroy = () => {
    life.abort();
    clearTimeout(timer);
    cancelAnimationFrame(due);
    end?.close();
    frame.remove();
  };
  const mounted: Mounted = {
    getConfiguration: call('getConfiguration', LONG_DEADLINE),
    select: call('select'),
    goToStep: call('goToStep'),
    reset: call('reset'),
    submit: call('submit', LONG_DEADLINE),
    set pricing(by: HostPricing | null | undefined) {
      pricing = by;
      end!.send('pricing', !!by);
    },
    update: () => end!.send('attributes', attributes()),
    destroy,
  };

  return new Promise<Mounted>((resolve, reject) => {
    let fail = (error: Error) => {
      destroy();
      reject(error);
    };
    /** Fails unless a product is shown in time: in each document of the frame, the first one and those after a reload. */
    const expectReady = (timeout = READY_TIMEOUT) => {
      clearTimeout(timer);
      timer = setTimeout(
        () => fail(codedError('frame_silent', `${address.href} is silent, or not allowed`)),
        timeout,
      );
    };

    const ready = ({ title, height }: Ready) => {
      resize(height);
      frame.title = title;
      frame.style.opacity = frame.style.marginBottom = '';
      frame.inert = false;
      clearTimeout(timer);
      while (frame.nextSibling) frame.nextSibling.remove();
      // The attributes may have changed meanwhile.
      mounted.update({});
      // The promise is settled, so failures go to the element from now on.
      fail = failed;
      resolve(mounted);
    };
    const fire = (detail: EventDetail) => {
      const { event, data } = detail;
      if (event === 'configuration.changed') selected = data as WidgetEvents[typeof event];
      return EVENT_NAME.test(event) && dispatch(host, detail);
    };
    const handlers: Readonly<Record<string, Handler>> = {
      ready,
      failed: (error: CodedError) => fail(codedError(error.code, error.message)),
      event: fire,
      price: (request: object, signal) =>
        pricing?.({ ...request, signal: signal?.() } as Parameters<HostPricing>[0]),
      resize,
      ...pageHandlers(host, frame),
    };

    const start = (paired: Paired) => {
      end?.close();
      end = openPort(paired, new Map(Object.entries(handlers)), (error) => fail(error));
      expectReady();
      end.send('start', {
        attributes: attributes(),
        selected,
        // The fragment of a share link holds a configuration, which would overwrite what has been selected since. Any other
        // fragment does not concern the frame.
        url: location.href.replace(linked && !selected ? /#(?!quotelet).*/ : /#.*/, ''),
        pricing: !!pricing,
      } satisfies Start);
    };
    pairHost(frame, address.origin, start, life.signal);

    // The browser's own page, shown if ours is refused or unreachable, says no hello. One of ours says it before or after it has
    // loaded: a call that it does not know shows that it is there.
    frame.onload = () => {
      if (end) end.call('').catch(({ code }: CodedError) => code === 'timeout' && expectReady(0));
      else expectReady(HELLO_TIMEOUT);
    };
    root.prepend(frame);
    expectReady();
    removal.catch(destroy);
  });
}
