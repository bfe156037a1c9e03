import type { WidgetProps } from '../mount/app.tsx';
import { need } from '../mount/load-or-report.tsx';
import type { ToolName } from './toolbar-commands.ts';

/** Undo, redo, share, start over. */
export const Tools = ({ widget }: WidgetProps) => {
  const { past, future } = widget.state;
  const tools: readonly (readonly [ToolName, boolean])[] = [
    ['undo', past.value.length > 0],
    ['redo', future.value.length > 0],
    ['share', true],
    ['reset', true],
  ];
  return (
    <>
      {tools.map(([name, possible]) => (
        <button
          key={name}
          type="button"
          class="link"
          aria-disabled={!possible}
          onClick={() =>
            void need(widget, import('./toolbar-commands.ts')).then(({ useTool }) => useTool(widget, name))
          }
        >
          {widget.texts.t(name)}
        </button>
      ))}
    </>
  );
};
