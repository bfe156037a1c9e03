import type { FrameEvents } from '../bridge/frame-messages.ts';
import type { WidgetEvents } from '../element-api/widget-events.ts';

/** `data` of every event of a bare iframe: the element's, and those that only frames send. */
export interface HeardEvents extends WidgetEvents, FrameEvents {}
export type HeardEventName = keyof HeardEvents;

/** The whole message that an event came in. */
export interface HeardEvent<Name extends HeardEventName = HeardEventName> {
  readonly source: 'quotelet';
  readonly version: number;
  /** Names the configurator: the iframe's `instance` parameter, else a random text that stays the same. */
  readonly instance: string;
  /** Unique to the event. */
  readonly id: string;
  readonly event: Name;
  /** ISO 8601, UTC. */
  readonly timestamp: string;
  readonly data: HeardEvents[Name];
}

/** Handlers by event; events without one are ignored. */
export type Handlers = {
  [Name in HeardEventName]?: ((data: HeardEvents[Name], detail: HeardEvent<Name>) => void) | undefined;
};
