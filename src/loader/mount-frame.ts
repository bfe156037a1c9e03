import type { Ready, RevealedEvent, Start } from '../bridge/frame-messages.ts';
import type { EventDetail, WidgetEvents } from '../element-api/widget-events.ts';
import { codedError, type CodedError } from '../bridge/coded-error.ts';
import { openPort, type Handler, type PortEnd } from '../bridge/open-port.ts';
import { pairHost } from '../bridge/pair-host.ts';
import type { HostPricing } from '../element-api/host-pricing.ts';
import type { Mounted } from '../element-api/mounted.ts';

export interface FrameOptions {
  /** Events are fired on it; its attributes are those of the element in the frame, which looks like what stands in it. */
  readonly host: HTMLElement;
  /** Where the iframe goes. What is in there stays visible until the product is. */
  readonly root: ParentNode;
  /** The embed document: `https://quotes.example/embed/oak-table`. */
  readonly address: URL;
  /** BCP 47. */
  readonly language: string;
  /** Whether a share link in the page's address is meant for it. */
  readonly linked: boolean;
  /** Rejected when nobody wants the frame any more, before it has come up. */
  readonly wanted: Promise<unknown>;
  /** The frame was there and is no more: it came back without a word, or in another version. */
  readonly failed: (error: Error) => void;
}

/** What a frame may take until it shows something, in ms; and to say hello once it has loaded. */
const PATIENCE = 20_000;
const SILENCE = 2000;
/** What a call may take in which a shopper fills in a form or sends a file, in ms. */
const LONG = 3_600_000;
const HIGHEST = 20_000;

/** The events of the element. A frame can fire no others on a page. */
const OURS = /^(widget|configuration|price|quotation)\./;

declare global {
  interface Window {
    dataLayer?: unknown[];
  }
}

/**
 * The host's end of the bridge (docs/PROTOCOL.md): shows the embed document in an iframe, and does for a page what the
 * widget does inline. Resolves when the product is on screen.
 *
 * @throws CodedError `frame_silent`, `unsupported_version`, `parent_not_allowed`, or what the frame could not do.
 */
export function mountFrame({
  host,
  root,
  address,
  language,
  linked,
  wanted,
  failed,
}: FrameOptions): Promise<Mounted> {
  const life = new AbortController();
  const frame = document.createElement('iframe');
  const { style } = frame;
  let end: PortEnd | undefined;
  let pricing: HostPricing | null | undefined;
  /** What was selected last: a frame that reloads goes on with it. */
  let selected: Start['selected'];
  let height = 0;
  let due = 0;
  let timer: ReturnType<typeof setTimeout>;

  const resize = (to: number) => {
    height = Math.min(HIGHEST, Math.max(0, to));
    due ||= requestAnimationFrame(() => {
      due = 0;
      style.height = `${height}px`;
    });
  };
  const call = (type: string, deadline?: number) => (data?: unknown) =>
    end!.call(type, data, deadline) as never;
  const attributes = () => ({
    ...Object.fromEntries(host.getAttributeNames().map((name) => [name, host.getAttribute(name)!])),
    lang: language,
  });
  const destroy = () => {
    life.abort();
    clearTimeout(timer);
    cancelAnimationFrame(due);
    end?.close();
    frame.remove();
  };

  return new Promise<Mounted>((resolve, reject) => {
    let fail = (error: Error) => {
      destroy();
      reject(error);
    };
    /** Each document in the frame, the first as much as one that it reloads, has to come up. */
    const wait = (patience = PATIENCE) => {
      clearTimeout(timer);
      timer = setTimeout(
        () => fail(codedError('frame_silent', `${address.href} is silent, or not allowed`)),
        patience,
      );
    };

    const handlers = new Map<string, Handler>([
      [
        'ready',
        ({ title, height }: Ready) => {
          resize(height);
          frame.title = title;
          style.opacity = style.marginBottom = '';
          frame.inert = false;
          clearTimeout(timer);
          while (frame.nextSibling) frame.nextSibling.remove();
          // They may have changed meanwhile.
          mounted.update({});
          // From now on there is nobody to reject.
          fail = failed;
          resolve(mounted);
        },
      ],
      ['failed', (error: Error & { code: string }) => fail(codedError(error.code, error.message))],
      [
        'event',
        (detail: EventDetail) => {
          const { event, data } = detail;
          if (event === 'configuration.changed') selected = data as WidgetEvents[typeof event];
          const init = { detail, bubbles: true, composed: true, cancelable: event === 'widget.submitting' };
          return OURS.test(event) && host.dispatchEvent(new CustomEvent(event, init));
        },
      ],
      ['price', (asked: object, signal) => pricing?.({ ...asked, signal } as Parameters<HostPricing>[0])],
      [
        'track',
        (entry: { event: string }) =>
          /^ic_/.test(entry.event) && (window.dataLayer ??= []).push({ ...entry }),
      ],
      ['resize', resize],
      [
        'reveal',
        ({ top, height }: RevealedEvent) => {
          const y = Math.min(frame.clientHeight, Math.max(0, top)) + frame.getBoundingClientRect().top;
          if (y < 0 || y + height > innerHeight) scrollBy(0, y - innerHeight / 4);
        },
      ],
      ['style', (names: string[]) => names.map((name) => getComputedStyle(host).getPropertyValue(name))],
      // Pressed in a frame it never reaches the page, where it might close what the frame is in. No frame presses other keys.
      [
        'key',
        () => {
          const init = { key: 'Escape', bubbles: true, composed: true, cancelable: true };
          // What the browser does where Escape is pressed on the page.
          if (host.dispatchEvent(new KeyboardEvent('keydown', init)))
            host.closest('dialog')?.requestClose?.();
        },
      ],
    ]);

    const mounted: Mounted = {
      getConfiguration: call('getConfiguration', LONG),
      select: call('select'),
      goToStep: call('goToStep'),
      reset: call('reset'),
      submit: call('submit', LONG),
      set pricing(by: HostPricing | null | undefined) {
        pricing = by;
        end!.tell('pricing', !!by);
      },
      update: () => end!.tell('attributes', attributes()),
      destroy,
    };

    pairHost(
      frame,
      address.origin,
      (port, instance) => {
        end?.close();
        end = openPort(port, instance, handlers, (error) => fail(error));
        wait();
        end.tell('start', {
          attributes: attributes(),
          selected,
          // A fragment may hold a configuration; what was selected since would be lost to it. Others are none of the frame's business.
          url: location.href.replace(linked && !selected ? /#(?!quotelet).*/ : /#.*/, ''),
          pricing: !!pricing,
        } satisfies Start);
      },
      life.signal,
    );

    address.searchParams.set('parent', origin);
    address.searchParams.set('port', '1');
    frame.part = 'frame';
    frame.title = 'Quotelet';
    frame.allow = 'clipboard-write';
    frame.inert = true;
    // It has its width and is drawn, but what stands there meanwhile shows through, in its place.
    style.cssText = 'display:block;width:100%;border:0;opacity:0;height:100svh;margin-bottom:-100svh';
    // The browser's own page, where it refuses or cannot reach ours, says no hello. One of ours says it before it has loaded or
    // after: it is asked, and knows no such call.
    frame.onload = () => {
      if (end) end.call('').catch(({ code }: CodedError) => code === 'timeout' && wait(0));
      else wait(SILENCE);
    };
    frame.src = address.href;
    root.prepend(frame);
    wait();
    wanted.catch(destroy);
  });
}
