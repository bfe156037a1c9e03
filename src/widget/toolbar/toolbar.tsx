import type { WidgetProps } from '../mount/widget-props.ts';
import { loadOrReport } from '../mount/load-or-report.tsx';
import type { ToolbarCommand } from './run-command.ts';

/** Undo, redo, share, start over. */
export const Toolbar = ({ widget }: WidgetProps) => {
  const { past, future } = widget.state;
  const commands: readonly (readonly [ToolbarCommand, boolean])[] = [
    ['undo', past.value.length > 0],
    ['redo', future.value.length > 0],
    ['share', true],
    ['reset', true],
  ];
  return (
    <>
      {commands.map(([name, possible]) => (
        <button
          key={name}
          type="button"
          class="link"
          aria-disabled={!possible}
          onClick={() =>
            void loadOrReport(widget, import('./run-command.ts')).then(({ runCommand }) =>
              runCommand(widget, name),
            )
          }
        >
          {widget.texts.t(name)}
        </button>
      ))}
    </>
  );
};
