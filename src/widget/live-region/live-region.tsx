import type { WidgetProps } from '../mount/widget-props.ts';

/** What a screen reader hears, out of sight. `announce` says something here. */
export const LiveRegion = ({ widget }: WidgetProps) => (
  <p class="hidden" role="status">
    {widget.said.value}
  </p>
);
