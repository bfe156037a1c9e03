import { adoptStyle } from '../style/adopt-style.ts';
import { observeChanges } from '../messages/observe-changes.ts';
import { loadOrReport } from './load-or-report.tsx';
import settled from '../style/after-load.css?inline';
import type { Widget } from './widget.ts';

/** What can wait until the product is on screen: telling the page, the breakdown, the tool bar, keys, the styles of all that shows up later. */
export function afterLoad(widget: Widget): void {
  const { root } = widget.options;
  if (widget.life.aborted) return;
  observeChanges(widget);
  if (widget.product.analytics)
    void import('../messages/analytics.ts').then(({ trackSetup }) => trackSetup(widget)).catch(() => {});
  adoptStyle(root, settled);
  root.addEventListener(
    'keydown',
    (event) => {
      // A dialog is about something else.
      if (isUndo(event as KeyboardEvent) && !widget.dialog.peek())
        void loadOrReport(widget, import('../toolbar/run-command.ts')).then(({ runCommand }) =>
          runCommand(widget, (event as KeyboardEvent).shiftKey ? 'redo' : 'undo'),
        );
    },
    { signal: widget.life },
  );
  let release = () => {};
  root.addEventListener(
    'pointerdown',
    () => {
      widget.pressed ??= new Promise<void>((resolve) => (release = resolve));
    },
    { signal: widget.life },
  );
  const up = () => {
    widget.pressed = undefined;
    release();
  };
  // The click comes right after.
  for (const event of ['pointerup', 'pointercancel', 'blur'])
    window.addEventListener(event, () => widget.after(0, up), { signal: widget.life });
  for (const [event, printing] of [
    ['beforeprint', true],
    ['afterprint', false],
  ] as const)
    window.addEventListener(event, () => (widget.printing.value = printing), { signal: widget.life });
  widget.settled.value = true;
}

/** Ctrl+Z and Ctrl+Shift+Z, or with Cmd, where the shopper is not typing: a text field has an undo of its own. */
function isUndo(event: KeyboardEvent): boolean {
  const { type } = event.composedPath()[0] as HTMLInputElement | HTMLTextAreaElement;
  return (
    event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !/^(text|date|number)/.test(type)
  );
}
