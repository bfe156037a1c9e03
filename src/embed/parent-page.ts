import type { FrameEvents, Ready } from '../bridge/frame-messages.ts';
import { VERSION } from '../bridge/version.ts';
import type { EventMessage } from '../contract/bridge/bridge.ts';
import type { DataLayerEntry } from '../contract/vendors/data-layer.ts';
import type { HostPage } from '../element-api/host-page.ts';
import type { Selected } from '../element-api/selected.ts';
import { uniqueId } from '../element-api/unique-id.ts';
import type { EventDetail, WidgetEvents } from '../element-api/widget-events.ts';
import type { Connection } from './connect.ts';

/** How long the page may take to allow a submission, in ms. Its listeners answer at once, but it may be busy. */
const ALLOW_DEADLINE = 60_000;

/** The page around the frame. It gets plain messages, pinned to its origin, and the same on the port if our end runs on it. */
export class ParentPage implements HostPage {
  readonly #origin: string;
  readonly #host: Connection | undefined;
  readonly #element: HTMLElement;
  #instance: string;
  selected: Selected | undefined;
  /** The widget's latest event. */
  #last: Pick<EventMessage, 'id' | 'event' | 'timestamp'> | undefined;

  constructor(origin: string, host: Connection | undefined, element: HTMLElement) {
    this.#origin = origin;
    this.#host = host;
    this.#element = element;
    this.#instance = element.id || uniqueId();
    this.selected = host?.start.selected;
  }

  get url(): string {
    return this.#host?.start.url ?? location.href;
  }

  post(message: unknown): void {
    parent.postMessage(message, this.#origin);
    const { source, instance, id, event, timestamp, data } = message as Partial<EventMessage>;
    if (source !== 'quotelet') return;
    this.#instance = instance!;
    if (event === 'configuration.changed') this.selected = data as Selected;
    this.#last = { id: id!, event: event!, timestamp: timestamp! };
    if (!this.#host) return;
    const { end } = this.#host;
    if (event === 'widget.ready') end.send('ready', this.#ready());
    // `allows` calls the page with this one.
    if (event !== 'widget.submitting') end.send('event', { id, event, timestamp, data });
  }

  /** Sends one of the frame's own events, as a plain message only: our end on the page has messages of its own for them. */
  send<Name extends keyof FrameEvents>(event: Name, data: FrameEvents[Name]): void {
    this.#postEvent({ id: uniqueId(), event, timestamp: new Date().toISOString(), data });
  }

  /** Forwards an error of the element. The widget's own have been posted already; the others mean that there is no widget. */
  forwardError(detail: EventDetail<'widget.error'>): void {
    if (detail.id === this.#last?.id) return;
    this.#postEvent(detail);
    this.#host?.end.send('failed', detail.data);
  }

  track(entry: DataLayerEntry): void {
    if (this.#host) this.#host.end.send('track', entry);
    else this.send('widget.tracked', entry);
  }

  allows(submission: WidgetEvents['widget.submitting']): Promise<boolean> {
    if (!this.#host) return Promise.resolve(true);
    const asked = { ...this.#last, data: submission };
    return this.#host.end.call('event', asked, ALLOW_DEADLINE).then(Boolean, () => false);
  }

  #postEvent(detail: Omit<EventMessage, 'source' | 'version' | 'instance'>): void {
    const message: EventMessage = {
      source: 'quotelet',
      version: VERSION,
      instance: this.#instance,
      ...detail,
    };
    parent.postMessage(message, this.#origin);
  }

  /** What `ready` says once the product is on screen. */
  #ready(): Ready {
    const title = this.#element.shadowRoot?.querySelector('h2')?.textContent;
    if (title) document.title = title;
    const { height } = this.#element.parentElement!.getBoundingClientRect();
    return { title: document.title, height: Math.ceil(height) };
  }
}
