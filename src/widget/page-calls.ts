import type { Selections } from '../contract/value.ts';
import { canonicalConfiguration } from '../configuration/canonical.ts';
import { currencyOf } from './currency-of.ts';
import { goToStep } from './go-to-step.ts';
import type { Attributes, ConfigurationReport } from './mount.ts';
import { priceEvent } from './price-event.ts';
import { parse } from './reopen.ts';
import { selected } from './selected.ts';
import type { Widget } from './widget.ts';

export { goToStep } from './go-to-step.ts';
export { priceBy } from './host-pricing.ts';
export { reset } from './reset.ts';

/** The configuration as it stands. */
export function report(widget: Widget): ConfigurationReport {
  const resolved = widget.state.resolved.peek();
  return {
    ...canonicalConfiguration(widget.product, resolved),
    valid: resolved.valid,
    issues: resolved.issues,
    price: priceEvent(widget),
  };
}

/** Answers several features at once, for the page. Saying the same twice changes nothing. */
export function select({ state }: Widget, partial: Selections): void {
  const next = selected(state.engine, state.answers, partial);
  if (JSON.stringify(next) !== JSON.stringify(state.answers)) state.become(next);
}

/** Takes over attributes of the element that have changed. */
export function follow(widget: Widget, before: Attributes, now: Attributes): void {
  const { state, product, output } = widget;
  state.setCurrency(currencyOf(product, now.currency));
  output.value = product.outputs.find(({ id }) => id === now.output) ?? product.outputs[0];
  if (now.select !== before.select) select(widget, parse(now.select) ?? {});
  if (now.step && now.step !== before.step) goToStep(widget, now.step);
}
