import { canonicalConfiguration } from '../configuration/canonical.ts';
import { need } from './need.tsx';
import { priceEvent } from './price-event.ts';
import { say } from './say.ts';
import { priceOf, type Widget } from './widget.ts';

/** How long after a change it is saved, in ms. */
const PAUSE = 500;

/** From now on the page hears of every change, screen readers of every price, and the browser keeps what was answered. */
export function announce(widget: Widget): void {
  const { state, product, texts, changed } = widget;
  let before = '';
  let putOff = () => {};

  widget.tell = () => {
    if (changed.size) {
      const resolved = state.resolved.peek();
      const { selections, quantity } = canonicalConfiguration(product, resolved);
      const paths = [...changed];
      changed.clear();
      widget.pricer?.reprice();
      widget.emit('configuration.changed', { selections, quantity, valid: resolved.valid, changed: paths });
      putOff();
      putOff = widget.after(
        PAUSE,
        () => void need(widget, import('./remember.ts')).then(({ remember }) => remember(widget)),
      );
    }
    const price = priceEvent(widget);
    const now = JSON.stringify(price);
    if (now === before) return;
    const { total, ...currency } = priceOf(widget);
    if (before && total !== null) say(widget, `${texts.t('total')} ${texts.money(total, currency)}`, 'price');
    before = now;
    widget.emit('price.changed', price);
  };
  widget.tell();
}
