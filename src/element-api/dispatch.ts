import type { EventDetail } from './widget-events.ts';

/** Fires an event that bubbles out of any shadow root. @returns false where a listener prevented it (`widget.submitting` only) */
export const dispatch = (host: HTMLElement, detail: EventDetail): boolean =>
  host.dispatchEvent(
    new CustomEvent(detail.event, {
      bubbles: true,
      composed: true,
      cancelable: detail.event === 'widget.submitting',
      detail,
    }),
  );
