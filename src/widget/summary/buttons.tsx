import type { WidgetProps } from '../mount/widget-props.ts';
import { needsCompanion } from '../submit/needs-companion.ts';

/**
 * The buttons that submit. They are never disabled: pressed too early, they explain what is missing. Without a companion, only
 * those are shown that do no more than tell the page.
 */
export const Buttons = ({ widget }: WidgetProps) =>
  widget.output.value?.buttons
    .filter((button) => widget.options.server || !needsCompanion(button))
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
