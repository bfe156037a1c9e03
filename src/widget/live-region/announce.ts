import type { Widget } from '../mount/widget.ts';

/** How long an announcement waits, in ms: of several changes, only the last is worth hearing. */
const DELAY = 500;

const queues = new WeakMap<Widget, { readonly messages: Map<string, string>; cancel: () => void }>();

/** Has the live region say something after a pause; of several messages on a topic, only the last. */
export function announce(widget: Widget, text: string, topic = ''): void {
  const queue = queues.get(widget) ?? { messages: new Map<string, string>(), cancel: () => {} };
  queues.set(widget, queue);
  queue.messages.set(topic, text);
  queue.cancel();
  queue.cancel = widget.after(DELAY, () => {
    widget.said.value = [...queue.messages.values()].join('. ');
    queue.messages.clear();
  });
}
