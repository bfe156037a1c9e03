import { canonicalConfiguration } from '../configuration/canonical.ts';
import type { Issue } from '../contract/resolution.ts';
import { need } from './need.tsx';
import { priceEvent } from './price-event.ts';
import { say } from './say.ts';
import { priceInWords, priceOf, type Widget } from './widget.ts';

/** How long after a change it is saved, in ms. */
const PAUSE = 500;

/** From now on the page hears of every change, screen readers of every price and what became wrong, and the browser keeps what was answered. */
export function announce(widget: Widget): void {
  const { state, product, texts, changed } = widget;
  let before = '';
  let spoken = '';
  let known = wrong(widget);
  let putOff = () => {};

  widget.tell = () => {
    if (changed.size) {
      const resolved = state.resolved.peek();
      const { selections, quantity } = canonicalConfiguration(product, resolved);
      const paths = [...changed];
      changed.clear();
      widget.pricer?.reprice();
      const issues = wrong(widget);
      const fresh = issues.find(
        ({ path, code }) => !known.some((one) => one.path === path && one.code === code),
      );
      known = issues;
      // Mended before it was said, there is nothing to say.
      if (fresh)
        void import('./say-issue.ts').then(
          ({ sayIssue }) => sayIssue(widget, fresh),
          () => {},
        );
      else say(widget, '', 'issue');
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
    const words = priceInWords(widget);
    if (before && words !== spoken)
      say(widget, priceOf(widget).total === null ? words : `${texts.t('total')} ${words}`, 'price');
    before = now;
    spoken = words;
    widget.emit('price.changed', price);
  };
  widget.tell();
}

/** What is wrong, not what is only missing: that is held back until a submission. */
const wrong = ({ state }: Widget): readonly Issue[] =>
  state.resolved.peek().issues.filter(({ level, kind }) => level === 'error' && kind !== 'incomplete');
