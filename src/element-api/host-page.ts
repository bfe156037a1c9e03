import type { DataLayerEntry } from '../contract/vendors/data-layer.ts';
import type { Selected } from './selected.ts';
import type { WidgetEvents } from './widget-events.ts';

/**
 * The merchant's page, where it is not the page that the element itself is on: behind an iframe, the page around the frame.
 * Without one the widget talks to its own window.
 */
export interface HostPage {
  /** Posts a plain message to it, and to its origin only. */
  post(message: unknown): void;
  /** Hands an entry to its tag manager (`dataLayer`). */
  track(entry: DataLayerEntry): void;
  /** Asks it whether the submission may go ahead. Never rejects. */
  allows(submission: WidgetEvents['widget.submitting']): Promise<boolean>;
  /** Its address with the fragment: share links lead there. */
  readonly url: string;
  /** The latest selections, even if the frame has reloaded since; undefined before the first change. */
  readonly selected?: Selected | undefined;
}
