import type { EventMessage } from '../contract/bridge/bridge.ts';
import type { FrameEvents, Ready } from '../bridge/frame-messages.ts';
import type { Selected } from '../element-api/selected.ts';
import type { DataLayerEntry } from '../contract/vendors/data-layer.ts';
import type { EventDetail, WidgetEvents } from '../element-api/widget-events.ts';
import { VERSION } from '../bridge/version.ts';
import { uniqueId } from '../element-api/emit.ts';
import type { HostPage } from '../element-api/host-page.ts';
import type { HostEnd } from './connect.ts';

/** What the page may take to give leave to submit, in ms: its listeners answer at once, whatever else it is busy with. */
const LEAVE = 60_000;

/** The page around the frame: hears plain messages, pinned to its origin, and by its host end, if it has one, the same on the port. */
export class PageAround implements HostPage {
  readonly #origin: string;
  readonly #host: HostEnd | undefined;
  readonly #element: HTMLElement;
  #instance: string;
  selected: Selected | undefined;
  /** The event that the widget said last. */
  #last: Pick<EventMessage, 'id' | 'event' | 'timestamp'> | undefined;

  constructor(origin: string, host: HostEnd | undefined, element: HTMLElement) {
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
    if (event === 'widget.ready') end.tell('ready', this.#ready());
    // For leave to submit, the page is asked.
    if (event !== 'widget.submitting') end.tell('event', { id, event, timestamp, data });
  }

  /** Says something of the frame's own, which hosts with our end hear on the port. */
  tell<Name extends keyof FrameEvents>(event: Name, data: FrameEvents[Name]): void {
    this.#say({ id: uniqueId(), event, timestamp: new Date().toISOString(), data });
  }

  /** Takes an error of the element: the widget's own it has heard already, the others mean that there is no widget. */
  hear(detail: EventDetail<'widget.error'>): void {
    if (detail.id === this.#last?.id) return;
    this.#say(detail);
    this.#host?.end.tell('failed', detail.data);
  }

  track(entry: DataLayerEntry): void {
    if (this.#host) this.#host.end.tell('track', entry);
    else this.tell('widget.tracked', entry);
  }

  allows(submission: WidgetEvents['widget.submitting']): Promise<boolean> {
    if (!this.#host) return Promise.resolve(true);
    const asked = { ...this.#last, data: submission };
    return this.#host.end.call('event', asked, LEAVE).then(Boolean, () => false);
  }

  #say(detail: Omit<EventMessage, 'source' | 'version' | 'instance'>): void {
    const message: EventMessage = {
      source: 'quotelet',
      version: VERSION,
      instance: this.#instance,
      ...detail,
    };
    parent.postMessage(message, this.#origin);
  }

  /** The product is on screen. */
  #ready(): Ready {
    const title = this.#element.shadowRoot?.querySelector('h2')?.textContent;
    if (title) document.title = title;
    const { height } = this.#element.parentElement!.getBoundingClientRect();
    return { title: document.title, height: Math.ceil(height) };
  }
}
