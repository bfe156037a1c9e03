import type { Selected } from '../../contract/bridge/bridge.ts';
import type { DataLayerEntry } from '../../contract/vendors/data-layer.ts';
import type { WidgetEvents } from '../../element-api/widget-events.ts';

/**
 * The page around an element, where that is not the page it is on: behind an iframe, the page around the frame. Without one
 * the widget talks to its own window.
 */
export interface Page {
  /** Posts a plain message to it, and to its origin only. */
  post(message: unknown): void;
  /** Hands an entry to its tag manager (`dataLayer`). */
  track(entry: DataLayerEntry): void;
  /** Asks for its leave to submit. Must not be rejected. */
  allows(submission: WidgetEvents['widget.submitting']): Promise<boolean>;
  /** Its address, with its fragment: what share links lead to. */
  readonly url: string;
  /** What was selected last, whatever has become of the element since; undefined before the first change. */
  readonly selected?: Selected | undefined;
}

/** The address that share links lead to, of whichever page it is. */
export const pageUrl = (page: Page | undefined) => page?.url ?? location.href;
