import { canonicalConfiguration } from '../../configuration/canonical-configuration.ts';
import type { Price } from '../../contract/configuration/price.ts';
import type { Widget } from '../mount/widget.ts';
import {
  externalPrice,
  initialState,
  nextState,
  priceToShow,
  requestFor,
  type PricingEvent,
  type Source,
} from './price-state.ts';
import type { AskPrice, Pricer, PriceRequest } from './pricer.ts';

/** How long to wait for further edits before a source is asked, in ms. */
const DEBOUNCE = 200;
/** How long a price may take before "Updating…" is shown, in ms. */
const UPDATING_AFTER = 400;
/** How long a price may take if the product does not say, in ms. */
const TIMEOUT = 10_000;

/** A request that is under way, or about to be sent. */
interface Pending {
  readonly source: Source;
  readonly ask: AskPrice;
  readonly fingerprint: string;
  readonly request: PriceRequest;
  readonly abort: AbortController;
}

/** Carries out what `price-state` decides: asks, waits, and shows the result. */
export function createPricer(widget: Widget): Pricer {
  const { product, life } = widget;
  const timeout = product.external_pricing?.timeout_ms ?? TIMEOUT;
  const asks = new Map<Source, AskPrice>();
  const pending = new Map<Source, Pending>();
  /** For what is on screen or to be submitted, by fingerprint. */
  const requests = new Map<string, PriceRequest>();
  /** Submissions that wait for a price. */
  const submissions = new Set<{ readonly fingerprint: string; readonly finish: () => void }>();
  let cancelUpdating: (() => void) | undefined;
  let state = initialState<Price>(addRequest());

  /** Adds a request for the configuration on screen. @returns its fingerprint; undefined if it cannot have a price */
  function addRequest(): string | undefined {
    const { price, resolved } = widget.state;
    if (price.peek().state === 'incomplete') return undefined;
    const fingerprint = widget.state.fingerprint();
    const configuration = canonicalConfiguration(product, resolved.peek());
    requests.set(fingerprint, { configuration, price: price.peek() });
    return fingerprint;
  }

  function dispatch(event: PricingEvent<Price>): void {
    if (life.aborted) return;
    state = nextState(state, event);
    for (const each of submissions) if (!state.confirming.includes(each.fingerprint)) each.finish();
    for (const known of requests.keys())
      if (known !== state.fingerprint && !state.confirming.includes(known)) requests.delete(known);
    for (const [source, ask] of asks) updateRequest(source, ask);
    show();
  }

  /** Makes sure that a source is asked for what the state wants, and for nothing else. */
  function updateRequest(source: Source, ask: AskPrice): void {
    const fingerprint = requestFor(state, source);
    if (pending.get(source)?.fingerprint === fingerprint) return;
    cancelRequest(source);
    if (fingerprint === undefined) return;
    const abort = new AbortController();
    const next = { source, ask, fingerprint, request: requests.get(fingerprint)!, abort };
    pending.set(source, next);
    const pause = state.confirming.includes(fingerprint) ? 0 : DEBOUNCE;
    abort.signal.addEventListener(
      'abort',
      widget.after(pause, () => void sendRequest(next)),
    );
  }

  function cancelRequest(source: Source): void {
    pending.get(source)?.abort.abort();
    pending.delete(source);
  }

  async function sendRequest({
    source,
    ask,
    fingerprint,
    request,
    abort: { signal },
  }: Pending): Promise<void> {
    const cancel = widget.after(timeout, () => dispatch({ type: 'waited', fingerprint, waited: 'too_long' }));
    signal.addEventListener('abort', cancel);
    let event: PricingEvent<Price>;
    let problem: unknown;
    try {
      event = { type: 'answered', source, fingerprint, price: await ask(request, signal) };
    } catch (error) {
      event = { type: 'failed', source, fingerprint };
      problem = error;
    }
    // A request that was cancelled does not count, even if its configuration is back on screen.
    if (signal.aborted) return;
    cancel();
    pending.delete(source);
    dispatch(event);
    if (event.type === 'failed')
      widget.emit('widget.error', { code: 'pricing_failed', message: errorText(problem) });
  }

  function show(): void {
    const { state: kind, price: external, slow } = priceToShow(state);
    const own = widget.state.price.peek();
    // The previous price may be in another currency than the shopper has chosen since.
    const price = external?.currency === own.currency ? external : own;
    const { externalPrice } = widget;
    const before = externalPrice.peek();
    if (kind === 'pending' && !slow) cancelUpdating ??= widget.after(UPDATING_AFTER, showUpdating);
    else cancelUpdating = void cancelUpdating?.();
    if ((before?.state ?? 'base') === kind && (!before || (before.price === price && before.slow === slow)))
      return;
    externalPrice.value = kind === 'base' ? undefined : { state: kind, price, slow };
    widget.changes.value++;
  }

  function showUpdating(): void {
    const { fingerprint } = state;
    if (fingerprint !== undefined) dispatch({ type: 'waited', fingerprint, waited: 'long' });
  }

  life.addEventListener(
    'abort',
    () => {
      for (const source of asks.keys()) cancelRequest(source);
    },
    { once: true },
  );
  return {
    use(source, ask) {
      cancelRequest(source);
      if (ask) asks.set(source, ask);
      else asks.delete(source);
      dispatch({ type: ask ? 'started' : 'stopped', source });
    },
    edited: () => dispatch({ type: 'edited', fingerprint: addRequest() }),
    async confirm(signal) {
      const own = widget.state.price.peek();
      const { fingerprint } = state;
      if (fingerprint === undefined) return own;
      dispatch({ type: 'submitted' });
      if (!state.confirming.includes(fingerprint)) return externalPrice(state, fingerprint) ?? own;
      return new Promise((resolve) => {
        const submission = {
          fingerprint,
          finish() {
            cancel();
            signal.removeEventListener('abort', withdraw);
            submissions.delete(submission);
            resolve(externalPrice(state, fingerprint) ?? own);
          },
        };
        const withdraw = () => {
          submission.finish();
          const alike = [...submissions].some((each) => each.fingerprint === fingerprint);
          if (!alike) dispatch({ type: 'withdrawn', fingerprint });
        };
        const cancel = widget.after(timeout, () => dispatch({ type: 'timed_out', fingerprint }));
        signal.addEventListener('abort', withdraw);
        submissions.add(submission);
      });
    },
  };
}

/** What a page throws may not even convert to a string. */
function errorText(problem: unknown): string {
  try {
    return String(problem);
  } catch {
    return typeof problem;
  }
}
