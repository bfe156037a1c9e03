import { canonicalConfiguration } from '../../configuration/canonical-configuration.ts';
import type { Answers } from '../../contract/configuration/answers.ts';
import type { Selections } from '../../contract/configuration/value.ts';
import type { Attributes } from '../../element-api/attributes.ts';
import { codedError } from '../../element-api/coded-error.ts';
import type { ConfigurationReport } from '../../element-api/configuration-report.ts';
import { currencyOf } from '../pricing/currency-of.ts';
import { priceEvent } from '../pricing/price-event.ts';
import { reportUnread } from '../restore/report-unread.ts';
import { parse } from '../restore/restore.ts';
import { goToStep as showStep } from '../state/go-to-step.ts';
import { followAnswers } from '../state/move-drafts.ts';
import { noteHalfTyped } from '../state/note-half-typed.ts';
import { problems } from '../state/problems.ts';
import { selectAnswers } from '../state/select-answers.ts';
import { loadOrReport } from './load-or-report.tsx';
import type { Widget } from './widget.ts';

// Each is called by its name, with the widget and what the page passed.
export { priceByHost } from '../pricing/price-by-host.ts';
export { reset } from '../state/reset.ts';

/** The configuration as it stands in the fields, with files that are on their way. */
export async function getConfiguration(widget: Widget): Promise<ConfigurationReport> {
  await widget.drafts.flush();
  noteHalfTyped(widget);
  const resolved = widget.state.resolved.peek();
  const errors = problems(widget);
  return {
    ...canonicalConfiguration(widget.product, resolved),
    valid: !errors.length,
    issues: [...errors, ...resolved.issues.filter(({ level }) => level !== 'error')],
    price: priceEvent(widget),
  };
}

/**
 * Answers several features at once, all of them or none. Selecting the same twice changes nothing.
 *
 * @throws CodedError `unknown_feature` or `wrong_type` if anything cannot be read
 */
export async function select(widget: Widget, partial: Selections): Promise<void> {
  const { state, product, drafts } = widget;
  // What the shopper has typed comes first; what the page selects may replace it.
  await drafts.flush('typed');
  const { answers, unread } = selectAnswers(state.engine, state.answers, partial);
  if (unread?.length !== 0)
    throw (await loadOrReport(widget, import('../restore/unread-error.ts'))).unreadError(product, unread);
  take(widget, answers);
}

/** @throws CodedError `unknown_step` */
export function goToStep(widget: Widget, id: string): void {
  if (!widget.product.steps.some((step) => step.id === id))
    throw codedError('unknown_step', `The product has no step ${id}`);
  showStep(widget, id);
}

function take({ state, drafts }: Widget, answers: Answers): void {
  if (JSON.stringify(answers) === JSON.stringify(state.answers)) return;
  followAnswers(drafts, state.answers, answers, true);
  state.become(answers);
}

/** The attributes that each widget followed last. */
const followed = new WeakMap<Widget, Attributes>();

/** Follows attributes of the element that have changed. What cannot be read is left out and reported to the page. */
export async function update(widget: Widget, now: Attributes): Promise<void> {
  const { state, product, output, drafts, options } = widget;
  const before = followed.get(widget) ?? options.attributes;
  followed.set(widget, now);
  await drafts.flush('typed');
  state.setCurrency(currencyOf(product, now.currency));
  output.value = product.outputs.find(({ id }) => id === now.output) ?? product.outputs[0];
  if (now.select !== before.select && now.select !== undefined) {
    const { answers, unread } = selectAnswers(state.engine, state.answers, parse(now.select));
    take(widget, answers);
    if (unread?.length !== 0) reportUnread(widget, unread);
  }
  if (now.step && now.step !== before.step) showStep(widget, now.step);
}
