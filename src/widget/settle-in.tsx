import { announce } from './announce.ts';
import more from './more.css?inline';
import { sayResumed } from './remember.tsx';
import { undoByKey } from './use-tool.ts';
import type { Widget } from './widget.ts';

let sheet: CSSStyleSheet | undefined;

/** What can wait until the product is on screen: telling the page, the breakdown, the tool bar, keys, the styles of all that shows up later. */
export function settleIn(widget: Widget): void {
  const { root } = widget.options;
  if (widget.life.aborted) return;
  announce(widget);
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(more);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  root.addEventListener('keydown', (event) => undoByKey(widget, event as KeyboardEvent), {
    signal: widget.life,
  });
  for (const [event, printing] of [
    ['beforeprint', true],
    ['afterprint', false],
  ] as const)
    window.addEventListener(event, () => (widget.printing.value = printing), { signal: widget.life });
  widget.settled.value = true;
  if (widget.opening === 'storage') sayResumed(widget);
}
