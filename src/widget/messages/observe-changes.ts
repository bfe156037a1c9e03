import { canonicalConfiguration } from '../../configuration/canonical-configuration.ts';
import { loadOrReport } from '../mount/load-or-report.tsx';
import { priceEvent } from '../pricing/price-event.ts';
import { announce } from '../live-region/announce.ts';
import { currentPrice } from '../pricing/current-price.ts';
import { priceInWords } from '../pricing/price-in-words.ts';
import type { Widget } from '../mount/widget.ts';

/** How long after a change, in ms, the configuration is saved, problems are announced, and analytics is told. */
const PAUSE = 500;

/** From now on changes reach the page, prices and new problems reach screen readers, and answers are kept in the browser. */
export function observeChanges(widget: Widget): void {
  const { state, product, texts, changed } = widget;
  let before = '';
  let spoken = '';
  let known = state.resolved.peek().issues;
  /** After the first change, a new price alone has these consequences as well. */
  let putOff: (() => void) | undefined;
  const follow = () => {
    putOff?.();
    putOff = widget.after(
      PAUSE,
      () =>
        void loadOrReport(widget, import('./after-pause.ts')).then(({ afterPause }) => {
          afterPause(widget, known);
          known = state.resolved.peek().issues;
        }),
    );
  };

  widget.changes.subscribe(() => {
    const paths = [...changed];
    if (paths.length) {
      const resolved = state.resolved.peek();
      const { selections, quantity } = canonicalConfiguration(product, resolved);
      changed.clear();
      widget.emit('configuration.changed', { selections, quantity, valid: resolved.valid, changed: paths });
    }
    const price = priceEvent(widget);
    const now = JSON.stringify(price);
    const same = now === before;
    if (paths.length || (putOff && !same)) follow();
    if (same) return;
    const words = priceInWords(widget);
    if (before && words !== spoken)
      announce(widget, currentPrice(widget).total === null ? words : `${texts.t('total')} ${words}`, 'price');
    before = now;
    spoken = words;
    widget.emit('price.changed', price);
  });
}
