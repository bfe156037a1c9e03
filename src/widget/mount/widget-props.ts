import type { Widget } from './widget.ts';

/** The props of every view that needs nothing else. */
export interface WidgetProps {
  readonly widget: Widget;
}
