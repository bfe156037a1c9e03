import type { Issue } from '../../contract/configuration/issue.ts';
import { onChange } from '../../dialects/on-change.ts';
import { loadOrReport } from '../mount/load-or-report.tsx';
import { priceEvent } from '../pricing/price-event.ts';
import { remember } from '../restore/remember.ts';
import type { Widget } from '../mount/widget.ts';

/**
 * The consequences of a change once the shopper pauses: it is kept for their next visit, new problems are announced to screen
 * readers, and other systems and analytics are told.
 */
export function afterPause(widget: Widget, known: readonly Issue[]): void {
  const { product, state } = widget;
  remember(widget);
  if (!state.resolved.peek().valid)
    void loadOrReport(widget, import('../live-region/announce-issue.ts')).then(({ announceIssue }) =>
      announceIssue(widget, known),
    );
  const price = priceEvent(widget);
  // A price that is awaited comes here again.
  if (['pending', 'confirming'].includes(price.state)) return;
  // Neither concerns the shopper, and ad blockers may refuse the analytics code: fail silently.
  if (product.dialects.some((dialect) => onChange.includes(dialect)))
    void import('./post-messages.ts').then(({ postChange }) => postChange(widget, price)).catch(() => {});
  if (product.analytics)
    void import('./analytics.ts').then(({ trackUpdate }) => trackUpdate(widget, price)).catch(() => {});
}
