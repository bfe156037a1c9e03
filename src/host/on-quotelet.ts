import type { EventMessage } from '../contract/bridge/bridge.ts';
import { VERSION } from '../bridge/version.ts';
import { uniqueId } from '../element-api/unique-id.ts';
import type { Handlers, HeardEvent } from './heard-events.ts';
import { isEventMessage } from './is-event-message.ts';

/** How many ids are remembered: far more than can come between an event and its duplicate. */
const REMEMBERED = 500;

/**
 * Listens to a bare iframe. A message counts if it comes from this very window and origin, is one of ours, and has not been
 * handled before.
 *
 * A frame that speaks another major version is reported once, to `widget.error` with the code `unsupported_version`. An error
 * in a handler is reported like any uncaught error of the page, and affects nothing else.
 *
 * @param iframe need not be in the document yet, and may be removed and inserted again
 * @param options.origin of the companion, as `location.origin` writes it: `https://quotes.example.com`
 * @param handlers looked up when an event comes, so they may be changed
 * @returns stops listening
 * @example
 * const stop = onQuotelet(iframe, { origin: 'https://quotes.example.com' }, {
 *   'widget.resized': ({ height }) => (iframe.style.height = `${height}px`),
 *   'widget.added_to_cart': ({ lines, quantity }) => cart.add(lines, quantity),
 * });
 */
export function onQuotelet(
  iframe: HTMLIFrameElement,
  { origin }: { readonly origin: string },
  handlers: Handlers,
): () => void {
  const life = new AbortController();
  const seen = new Set<string>();
  let refused = false;

  const dispatch = (message: EventMessage | HeardEvent) => {
    const { event } = message as HeardEvent;
    // Own members only: a frame may send an event called `constructor`.
    const handler = Object.hasOwn(handlers, event) && handlers[event];
    if (typeof handler !== 'function') return;
    try {
      handler(message.data as never, message as never);
    } catch (error) {
      reportError(error);
    }
  };

  const refuse = ({ version, instance }: Partial<EventMessage>) => {
    if (refused) return;
    refused = true;
    dispatch({
      source: 'quotelet',
      version: VERSION,
      instance: typeof instance === 'string' ? instance : '',
      id: uniqueId(),
      event: 'widget.error',
      timestamp: new Date().toISOString(),
      data: {
        code: 'unsupported_version',
        message: `This page understands version ${VERSION} of the messages, the frame speaks ${version}.`,
      },
    });
  };

  addEventListener(
    'message',
    ({ source, origin: from, data }: MessageEvent<unknown>) => {
      if (!source || source !== iframe.contentWindow || from !== origin) return;
      const message = Object(data) as Partial<EventMessage>;
      if (message.source !== 'quotelet') return;
      // The rest of a message in another version cannot be understood.
      if (Number.isSafeInteger(message.version) && message.version !== VERSION) return refuse(message);
      if (!isEventMessage(message) || seen.has(message.id)) return;
      seen.add(message.id);
      if (seen.size > REMEMBERED) seen.delete(seen.values().next().value!);
      dispatch(message);
    },
    { signal: life.signal },
  );
  return () => life.abort();
}
