import type { FrameEvents } from '../bridge/frame-messages.ts';
import type { WidgetEvents } from '../element-api/widget-events.ts';

/** Data of everything that a bare iframe says: the element's events, and what only frames have to say. */
export interface HeardEvents extends WidgetEvents, FrameEvents {}
export type HeardEventName = keyof HeardEvents;

/** The whole message that an event came in. */
export interface HeardEvent<Name extends HeardEventName = HeardEventName> {
  readonly source: 'quotelet';
  readonly version: number;
  /** Which configurator: the iframe's `instance` parameter, else a random text that stays the same. */
  readonly instance: string;
  /** The same event never comes twice under its id. */
  readonly id: string;
  readonly event: Name;
  /** ISO 8601, UTC. */
  readonly timestamp: string;
  readonly data: HeardEvents[Name];
}

/** What to do on each event; whatever is not named is ignored. */
export type Handlers = {
  [Name in HeardEventName]?: ((data: HeardEvents[Name], detail: HeardEvent<Name>) => void) | undefined;
};
