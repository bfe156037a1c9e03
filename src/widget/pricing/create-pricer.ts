import { canonicalConfiguration } from '../../configuration/canonical-configuration.ts';
import type { Price } from '../../contract/configuration/price.ts';
import type { Widget } from '../mount/widget.ts';
import type { Ask, Pricer, Question } from './pricer.ts';
import {
  next,
  questionFor,
  shownPrice,
  startOf,
  theirPrice,
  type PricingEvent,
  type Source,
} from './price-state.ts';

/** How long to wait, in ms: for further edits before a source is asked; and before "Updating…" is worth saying. */
const PAUSE = 200;
const UPDATING_AFTER = 400;
const TIMEOUT = 10_000;

/** A question on its way to a source, or about to be. */
interface Flight {
  readonly source: Source;
  readonly ask: Ask;
  readonly fingerprint: string;
  readonly question: Question;
  readonly abort: AbortController;
}

/** Runs what `price-state` decides: asks, waits, and shows what comes of it. */
export function createPricer(widget: Widget): Pricer {
  const { product, life } = widget;
  /** What an answer may take, in ms. */
  const most = product.external_pricing?.timeout_ms ?? TIMEOUT;
  const asks = new Map<Source, Ask>();
  const flights = new Map<Source, Flight>();
  /** What is on screen or to be submitted, by fingerprint. */
  const questions = new Map<string, Question>();
  /** What is to be done when the price of a submission is known. */
  const submissions = new Set<{ readonly fingerprint: string; readonly settle: () => void }>();
  let notYetSlow: (() => void) | undefined;
  let state = startOf<Price>(onScreen());

  /** @returns the fingerprint of what is on screen, for which there is a question from now on; undefined where a price is impossible. */
  function onScreen(): string | undefined {
    const { price, resolved } = widget.state;
    if (price.peek().state === 'incomplete') return undefined;
    const fingerprint = widget.state.fingerprint();
    const configuration = canonicalConfiguration(product, resolved.peek());
    questions.set(fingerprint, { configuration, price: price.peek() });
    return fingerprint;
  }

  function happen(event: PricingEvent<Price>): void {
    if (life.aborted) return;
    state = next(state, event);
    for (const each of submissions) if (!state.confirming.includes(each.fingerprint)) each.settle();
    for (const known of questions.keys())
      if (known !== state.fingerprint && !state.confirming.includes(known)) questions.delete(known);
    for (const [source, ask] of asks) steer(source, ask);
    show();
  }

  /** Sees to it that a source is asked what it is to be asked, and nothing else. */
  function steer(source: Source, ask: Ask): void {
    const fingerprint = questionFor(state, source);
    if (flights.get(source)?.fingerprint === fingerprint) return;
    land(source);
    if (fingerprint === undefined) return;
    const abort = new AbortController();
    const flight = { source, ask, fingerprint, question: questions.get(fingerprint)!, abort };
    flights.set(source, flight);
    const pause = state.confirming.includes(fingerprint) ? 0 : PAUSE;
    abort.signal.addEventListener(
      'abort',
      widget.after(pause, () => void fly(flight)),
    );
  }

  function land(source: Source): void {
    flights.get(source)?.abort.abort();
    flights.delete(source);
  }

  async function fly({ source, ask, fingerprint, question, abort: { signal } }: Flight): Promise<void> {
    const cancel = widget.after(most, () => happen({ type: 'waited', fingerprint, waited: 'too_long' }));
    signal.addEventListener('abort', cancel);
    let event: PricingEvent<Price>;
    let problem: unknown;
    try {
      event = { type: 'answered', source, fingerprint, price: await ask(question, signal) };
    } catch (error) {
      event = { type: 'failed', source, fingerprint };
      problem = error;
    }
    // Who was told that nobody waits any more has nothing to say, even of a configuration that is back on screen.
    if (signal.aborted) return;
    cancel();
    flights.delete(source);
    happen(event);
    if (event.type === 'failed')
      widget.emit('widget.error', { code: 'pricing_failed', message: inWords(problem) });
  }

  function show(): void {
    const { state: kind, price: theirs, slow } = shownPrice(state);
    const ours = widget.state.price.peek();
    // Of another currency than the shopper wants by now, the price before says nothing.
    const price = theirs?.currency === ours.currency ? theirs : ours;
    const { adjusted } = widget;
    const before = adjusted.peek();
    if (kind === 'pending' && !slow) notYetSlow ??= widget.after(UPDATING_AFTER, sayUpdating);
    else notYetSlow = void notYetSlow?.();
    if ((before?.state ?? 'base') === kind && (!before || (before.price === price && before.slow === slow)))
      return;
    adjusted.value = kind === 'base' ? undefined : { state: kind, price, slow };
    widget.tell();
  }

  function sayUpdating(): void {
    const { fingerprint } = state;
    if (fingerprint !== undefined) happen({ type: 'waited', fingerprint, waited: 'long' });
  }

  life.addEventListener(
    'abort',
    () => {
      for (const source of asks.keys()) land(source);
    },
    { once: true },
  );
  return {
    use(source, ask) {
      land(source);
      if (ask) asks.set(source, ask);
      else asks.delete(source);
      happen({ type: ask ? 'started' : 'stopped', source });
    },
    edited: () => happen({ type: 'edited', fingerprint: onScreen() }),
    async confirm(signal) {
      const ours = widget.state.price.peek();
      const { fingerprint } = state;
      if (fingerprint === undefined) return ours;
      happen({ type: 'submitted' });
      if (!state.confirming.includes(fingerprint)) return theirPrice(state, fingerprint) ?? ours;
      return new Promise((resolve) => {
        const submission = {
          fingerprint,
          settle() {
            cancel();
            signal.removeEventListener('abort', withdraw);
            submissions.delete(submission);
            resolve(theirPrice(state, fingerprint) ?? ours);
          },
        };
        const withdraw = () => {
          submission.settle();
          const alike = [...submissions].some((each) => each.fingerprint === fingerprint);
          if (!alike) happen({ type: 'withdrawn', fingerprint });
        };
        const cancel = widget.after(most, () => happen({ type: 'timed_out', fingerprint }));
        signal.addEventListener('abort', withdraw);
        submissions.add(submission);
      });
    },
  };
}

/** What a page throws may have no words of its own. */
function inWords(problem: unknown): string {
  try {
    return String(problem);
  } catch {
    return typeof problem;
  }
}
