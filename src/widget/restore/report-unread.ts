import type { Widget } from '../mount/widget.ts';

/** Tells the page what of its markup, of its address or of a link could not be read. Undefined: nothing of it. */
export function reportUnread(widget: Widget, unread: readonly string[] | undefined): void {
  void import('./unread-error.ts').then(
    ({ unreadError }) => {
      const { code, message } = unreadError(widget.product, unread);
      widget.emit('widget.error', { code, message });
    },
    () => {},
  );
}
