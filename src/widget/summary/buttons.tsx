import type { WidgetProps } from '../mount/widget-props.ts';

/**
 * The ways to submit. They stay enabled: pressed too early, they explain what is missing. Without a companion only
 * those remain that tell the page alone.
 */
export const Buttons = ({ widget }: WidgetProps) =>
  widget.output.value?.buttons
    .filter(({ triggers: { pdf, email, webhook } }) => widget.options.server || !(pdf || email || webhook))
    .map(({ id, name, style }) => (
      <button
        key={id}
        type="button"
        value={id}
        class={style}
        part={`button ${style}`}
        onClick={() => void widget.submit(id).catch(() => {})}
      >
        {widget.texts.text(name)}
      </button>
    ));
