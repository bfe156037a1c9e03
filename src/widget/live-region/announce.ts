import type { Widget } from '../mount/widget.ts';

/** How long to wait before something is said, in ms: of several changes only the last is worth hearing. */
const PAUSE = 500;

const waiting = new WeakMap<Widget, { readonly said: Map<string, string>; cancel: () => void }>();

/** Says something politely; of several on one topic, the last. */
export function announce(widget: Widget, text: string, topic = ''): void {
  const mine = waiting.get(widget) ?? { said: new Map<string, string>(), cancel: () => {} };
  waiting.set(widget, mine);
  mine.said.set(topic, text);
  mine.cancel();
  mine.cancel = widget.after(PAUSE, () => {
    widget.said.value = [...mine.said.values()].join('. ');
    mine.said.clear();
  });
}
