import { dispatch } from './dispatch.ts';
import { uniqueId } from './unique-id.ts';
import type { EventDetail, WidgetEventName, WidgetEvents } from './widget-events.ts';

/**
 * Fires an event that bubbles out of any shadow root.
 *
 * @param post is given the event's detail before it is fired, to send it as a plain message too
 * @returns false if a listener prevented it (`widget.submitting` only)
 */
export function emit<Name extends WidgetEventName>(
  host: HTMLElement,
  event: Name,
  data: WidgetEvents[Name],
  post?: (detail: EventDetail<Name>) => void,
): boolean {
  const detail: EventDetail<Name> = { id: uniqueId(), event, timestamp: new Date().toISOString(), data };
  post?.(detail);
  return dispatch(host, detail);
}
