import type { Widget } from '../mount/widget.ts';

/** Reports to the page which parts of its markup, its address or a link could not be read; undefined for all of it. */
export function reportUnread(widget: Widget, unread: readonly string[] | undefined): void {
  void import('./unread-error.ts').then(
    ({ unreadError }) => {
      const { code, message } = unreadError(widget.product, unread);
      widget.emit('widget.error', { code, message });
    },
    () => {},
  );
}
