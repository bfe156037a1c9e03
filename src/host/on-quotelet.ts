import type { EventMessage } from '../contract/bridge/bridge.ts';
import { VERSION } from '../bridge/version.ts';
import { uniqueId } from '../element-api/unique-id.ts';
import type { Handlers, HeardEvent } from './heard-events.ts';
import { isEventMessage } from './is-event-message.ts';

/** So many ids are remembered: far more than come between an event and its double. */
const REMEMBERED = 500;

/**
 * Listens to a bare iframe. A message counts where it comes from that very window and that very origin, is one of ours, and
 * has not been heard before.
 *
 * A frame that speaks another major version is reported once, to `widget.error` with the code `unsupported_version`. A
 * handler that throws is reported as uncaught errors of the page are; nothing else stops for it.
 *
 * @param iframe may be in a document or not yet, and may be taken out and put back
 * @param options.origin of the companion, as `location.origin` writes it: `https://quotes.example.com`
 * @param handlers looked up when an event comes, so they may change meanwhile
 * @returns ends it
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

  const tell = (message: EventMessage | HeardEvent) => {
    const { event } = message as HeardEvent;
    // Its own members only: what a frame names may be `constructor`.
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
    tell({
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
      // What else is in a message of another version, this end cannot know.
      if (Number.isSafeInteger(message.version) && message.version !== VERSION) return refuse(message);
      if (!isEventMessage(message) || seen.has(message.id)) return;
      seen.add(message.id);
      if (seen.size > REMEMBERED) seen.delete(seen.values().next().value!);
      tell(message);
    },
    { signal: life.signal },
  );
  return () => life.abort();
}
