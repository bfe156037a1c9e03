import type { EventDetail, WidgetEventName, WidgetEvents } from './widget-events.ts';

/**
 * Fires an event that bubbles out of any shadow root.
 *
 * @param post takes what the event says, for those who listen to messages only.
 * @returns false where a listener prevented it (`widget.submitting` only).
 */
export function emit<Name extends WidgetEventName>(
  host: HTMLElement,
  event: Name,
  data: WidgetEvents[Name],
  post?: (detail: EventDetail<Name>) => void,
): boolean {
  const detail: EventDetail<Name> = { id: uniqueId(), event, timestamp: new Date().toISOString(), data };
  post?.(detail);
  return host.dispatchEvent(
    new CustomEvent(event, {
      bubbles: true,
      composed: true,
      cancelable: event === 'widget.submitting',
      detail,
    }),
  );
}

/** 128 random bits, as four numbers. `crypto.randomUUID` is missing on plain HTTP, so this does without. */
export const uniqueId = () => crypto.getRandomValues(new Uint32Array(4)).join('-');
