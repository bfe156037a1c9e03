import type { WidgetEvents } from '../contract/event.ts';

/** The page around an element, as far as the widget talks to it. Behind an iframe, that is the page around the frame. */
export interface Page {
  /** Posts a plain message: inline to the page itself, from a frame to its parent, and to that origin only. */
  post(message: unknown): void;
  /** Hands an entry to the page's tag manager (`dataLayer`). */
  track(entry: object): void;
  /** Asks for leave to submit. */
  allows(submission: WidgetEvents['widget.submitting']): Promise<boolean>;
  /** Its address, with its fragment: what share links lead to. */
  readonly url: string;
}
