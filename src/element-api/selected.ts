import type { WidgetEvents } from './widget-events.ts';

/** Everything that is selected; a feature that is missing has been cleared. */
export type Selected = Pick<WidgetEvents['configuration.changed'], 'selections' | 'quantity'>;
