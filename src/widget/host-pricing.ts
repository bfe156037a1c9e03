import { canonicalConfiguration } from '../configuration/canonical.ts';
import { canonicalJson } from '../configuration/canonical-json.ts';
import { adjusted } from './adjusted.ts';
import type { HostPricing } from './mount.ts';
import { priceEvent } from './price-event.ts';
import { priceOf, type Adjustment, type Pricer, type Widget } from './widget.ts';

/** How long to wait, in ms: for further edits before the page is asked; and before "Updating…" is worth saying. */
const PAUSE = 200;
const UPDATING_AFTER = 400;
const TIMEOUT = 10_000;

/** One configuration at one revision, and the page's answer to it. */
interface Question {
  readonly key: string;
  readonly revision: number;
  readonly answered: Promise<unknown>;
  readonly abort: AbortController;
  settled: boolean;
}

/**
 * Lets the page price, or takes that back. The revision moves with the edit itself, so an answer to an older question never shows; the
 * answer to the current one always does, however late. Until then the old price stays readable.
 */
export function priceBy(widget: Widget, pricing: HostPricing | null | undefined): void {
  widget.pricer?.stop();
  widget.pricer = undefined;
  if (pricing && !widget.life.aborted) widget.pricer = startPricing(widget, pricing);
}

function startPricing(widget: Widget, pricing: HostPricing): Pricer {
  const { state, product, life } = widget;
  let question: Question | undefined;

  /** Undefined: our own price. */
  const show = (state?: Adjustment['state'], price = priceOf(widget)) => {
    widget.adjusted.value = state && { state, price };
    widget.tell();
  };
  const isCurrent = (asked: Question) =>
    asked === question && asked.revision === state.revision && !life.aborted;

  function reprice() {
    const configuration = canonicalConfiguration(product, state.resolved.peek());
    const key = canonicalJson([configuration, state.price.peek().currency]);
    if (question?.key === key && question.revision === state.revision) return;
    question?.abort.abort();
    if (state.price.peek().state === 'incomplete') {
      question = undefined;
      return show();
    }
    const abort = new AbortController();
    const { revision } = state;
    const asked: Question = { key, revision, abort, settled: false, answered: ask() };
    question = asked;
    widget.after(UPDATING_AFTER, () => {
      if (isCurrent(asked) && !asked.settled && widget.adjusted.peek()?.state !== 'confirming')
        show('pending');
    });

    async function ask() {
      await new Promise<void>((resume) => widget.after(PAUSE, resume));
      if (abort.signal.aborted) return;
      try {
        const price = priceEvent(widget, state.price.peek());
        const answer = await pricing({ configuration, price, signal: abort.signal });
        if (!isCurrent(asked)) return;
        if (answer != null) show('adjusted', adjusted(state.price.peek(), answer));
        else show();
      } catch (error) {
        if (!isCurrent(asked)) return;
        show();
        widget.emit('widget.error', { code: 'pricing_failed', message: String(error) });
      }
      asked.settled = true;
    }
  }

  async function confirm() {
    const asked = question;
    if (!asked || asked.settled) return;
    show('confirming');
    const most = product.external_pricing?.timeout_ms ?? TIMEOUT;
    let cancel = () => {};
    await Promise.race([
      asked.answered,
      new Promise<void>((resume) => {
        cancel = widget.after(most, resume);
      }),
    ]);
    cancel();
    if (isCurrent(asked) && !asked.settled) show('fallback', state.price.peek());
  }

  const stop = () => {
    question?.abort.abort();
    question = undefined;
    if (!life.aborted) show();
  };
  life.addEventListener('abort', () => question?.abort.abort(), { once: true });
  reprice();
  return { reprice, confirm, stop };
}
