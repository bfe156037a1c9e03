import { adoptStyle } from '../style/adopt-style.ts';
import style from '../style/after-load.css?inline';
import type { Widget } from './widget.ts';
import { observeChanges } from '../messages/observe-changes.ts';
import { loadOrReport } from './load-or-report.tsx';

/** Starts what can wait until the product is on screen: events, the breakdown, the toolbar, keys, and the styles of all these. */
export function afterLoad(widget: Widget): void {
  const { root } = widget.options;
  if (widget.life.aborted) return;
  observeChanges(widget);
  if (widget.product.analytics)
    void import('../messages/analytics.ts').then(({ trackSetup }) => trackSetup(widget)).catch(() => {});
  adoptStyle(root, style);
  root.addEventListener(
    'keydown',
    (event) => {
      // Not behind an open dialog.
      if (isUndo(event as KeyboardEvent) && !widget.dialog.peek())
        void loadOrReport(widget, import('../toolbar/run-command.ts')).then(({ runCommand }) =>
          runCommand(widget, (event as KeyboardEvent).shiftKey ? 'redo' : 'undo'),
        );
    },
    { signal: widget.life },
  );
  let release: (() => void) | undefined;
  root.addEventListener(
    'pointerdown',
    () => {
      widget.pressed ??= new Promise<void>((resolve) => (release = resolve));
    },
    { signal: widget.life },
  );
  const up = () => {
    widget.pressed = undefined;
    release?.();
  };
  // Afterwards, because the click comes right after.
  for (const event of ['pointerup', 'pointercancel', 'blur'])
    addEventListener(event, () => widget.after(0, up), { signal: widget.life });
  for (const event of ['beforeprint', 'afterprint'])
    addEventListener(event, () => (widget.printing.value = event === 'beforeprint'), {
      signal: widget.life,
    });
  widget.ready.value = true;
}

/** Ctrl+Z and Ctrl+Shift+Z, or with Cmd, unless the shopper is typing: a text field has its own undo. */
function isUndo(event: KeyboardEvent): boolean {
  const { type } = event.composedPath()[0] as HTMLInputElement | HTMLTextAreaElement;
  return (
    event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !/^(text|date|number)/.test(type)
  );
}
