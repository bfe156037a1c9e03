import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  nextState,
  requestFor,
  priceToShow,
  initialState,
  type PriceState,
  type PricingEvent,
  type Source,
} from '../../../src/widget/pricing/price-state.ts';

/** A price here says whose it is, of what, and which: no two are the same. */
type Event = PricingEvent<string>;
const sources: readonly Source[] = ['session', 'page'];

const run = (events: readonly Event[], from = initialState<string>('A')) =>
  events.reduce(nextState<string>, from);
const started: Event = { type: 'started', source: 'page' };
const edited = (fingerprint: string | undefined): Event => ({ type: 'edited', fingerprint });
const answered = (fingerprint: string, price: string | null = `page ${fingerprint}`): Event => ({
  type: 'answered',
  source: 'page',
  fingerprint,
  price,
});
const failed = (fingerprint: string): Event => ({ type: 'failed', source: 'page', fingerprint });
const submitted: Event = { type: 'submitted' };
const timedOut = (fingerprint: string): Event => ({ type: 'timed_out', fingerprint });
const withdrawn = (fingerprint: string): Event => ({ type: 'withdrawn', fingerprint });
const waited = (fingerprint: string, waited: 'long' | 'too_long'): Event => ({
  type: 'waited',
  fingerprint,
  waited,
});

describe('one source', () => {
  test.each<[string, Event[], string, string?]>([
    ['nobody prices', [], 'base'],
    ['asked', [started], 'pending'],
    ['answered', [started, answered('A')], 'adjusted', 'page A'],
    ['has no price', [started, answered('A', null)], 'base'],
    ['failed', [started, failed('A')], 'base'],
    ['no longer', [started, answered('A'), { type: 'stopped', source: 'page' }], 'base'],
    ['no longer, while it was awaited', [started, { type: 'stopped', source: 'page' }], 'base'],
    ['an edit: the one before, at once', [started, answered('A'), edited('B')], 'pending', 'page A'],
    ['two edits', [started, answered('A'), edited('B'), edited('C')], 'pending', 'page A'],
    ['the same again', [started, edited('A'), answered('A')], 'adjusted', 'page A'],
    ['an answer about another', [started, answered('A'), edited('B'), answered('C')], 'pending', 'page A'],
    ['there and back', [started, answered('A'), edited('B'), edited('A')], 'adjusted', 'page A'],
    ['there and back, unanswered', [started, edited('B'), edited('A'), answered('B')], 'pending'],
    ['a late answer', [started, edited('B'), edited('A'), answered('A')], 'adjusted', 'page A'],
    ['failed before, and back', [started, failed('A'), edited('B'), edited('A')], 'pending'],
    ['asked anew', [started, answered('A'), started], 'pending', 'page A'],
    ['impossible', [started, answered('A'), edited(undefined)], 'base'],
    ['impossible, then possible', [started, answered('A'), edited(undefined), edited('B')], 'pending'],
    ['submitted', [started, submitted], 'confirming'],
    [
      'submitted with the one before',
      [started, answered('A'), edited('B'), submitted],
      'confirming',
      'page A',
    ],
    ['submitted, answered', [started, submitted, answered('A')], 'adjusted', 'page A'],
    ['submitted, answered before', [started, answered('A'), submitted], 'adjusted', 'page A'],
    ['submitted, has no price', [started, submitted, answered('A', null)], 'base'],
    ['submitted, failed', [started, submitted, failed('A')], 'base'],
    ['submitted, stopped', [started, submitted, { type: 'stopped', source: 'page' }], 'base'],
    ['submitted, edited to the same', [started, submitted, edited('A')], 'confirming'],
    ['submitted, edited', [started, submitted, edited('B')], 'pending'],
    ['submitted, edited and back', [started, submitted, edited('B'), edited('A')], 'confirming'],
    ['submitted, out of time', [started, submitted, timedOut('A')], 'fallback'],
    ['submitted, called off', [started, submitted, withdrawn('A')], 'pending'],
    ['late, but it heals', [started, submitted, timedOut('A'), answered('A')], 'adjusted', 'page A'],
    ['submitted once more', [started, submitted, timedOut('A'), submitted], 'confirming'],
    ['another is out of time', [started, submitted, edited('B'), timedOut('A')], 'pending'],
    ['awaited for too long', [started, waited('A', 'too_long')], 'fallback'],
    [
      'the one before goes when it takes too long, and does not come back',
      [started, answered('A'), edited('B'), waited('B', 'too_long'), submitted],
      'confirming',
    ],
    ['too long for one that is gone', [started, edited('B'), waited('A', 'too_long')], 'pending'],
    ['the next has its own time', [started, waited('A', 'too_long'), edited('B')], 'pending'],
  ])('%s', (_, events, state, price) => {
    expect(priceToShow(run(events))).toMatchObject({ state, price });
  });

  test('that it takes long is said until there is an answer, edits or not', () => {
    const slow = [started, answered('A'), edited('B'), waited('B', 'long')];
    expect(priceToShow(run(slow))).toMatchObject({ state: 'pending', slow: true });
    expect(priceToShow(run([...slow, edited('C')]))).toMatchObject({ state: 'pending', slow: true });
    expect(priceToShow(run([...slow, answered('B'), edited('C')]))).toMatchObject({
      state: 'pending',
      slow: false,
    });
  });

  test('it is asked about one configuration at a time, what is to be submitted first', () => {
    const going = run([started, submitted, edited('B')]);
    expect(requestFor(going, 'page')).toBe('A');
    expect(requestFor(nextState(going, answered('A')), 'page')).toBe('B');
    expect(requestFor(nextState(going, timedOut('A')), 'page')).toBe('B');
    expect(requestFor(run([answered('B')], nextState(going, answered('A'))), 'page')).toBeUndefined();
  });

  test('back at one that is priced, the price stands, and is asked for again', () => {
    const back = run([started, answered('A'), edited('B'), answered('B'), edited('A')]);
    expect(priceToShow(back)).toMatchObject({ state: 'adjusted', price: 'page A' });
    expect(requestFor(back, 'page')).toBe('A');
    expect(nextState(back, submitted).confirming).toEqual([]);
    expect(priceToShow(nextState(back, answered('A', 'newer')))).toMatchObject({ price: 'newer' });
    expect(priceToShow(nextState(back, failed('A')))).toMatchObject({ state: 'base' });
  });

  test('what it said is not kept for ever', () => {
    const long = Array.from({ length: 40 }, (_, i) => [edited(`${i}`), answered(`${i}`)]).flat();
    expect(run([started, ...long]).replies.page!.size).toBeLessThanOrEqual(10);
  });
});

test('two sources: the session goes before the page, whichever is first', () => {
  const both: Event[] = [started, { type: 'started', source: 'session' }];
  const session = (price: string | null): Event => ({
    type: 'answered',
    source: 'session',
    fingerprint: 'A',
    price,
  });
  expect(priceToShow(run([...both, answered('A')]))).toMatchObject({ state: 'adjusted', price: 'page A' });
  expect(priceToShow(run([...both, answered('A'), session('S')]))).toMatchObject({ price: 'S' });
  expect(priceToShow(run([...both, session('S'), answered('A')]))).toMatchObject({ price: 'S' });
  expect(priceToShow(run([...both, session(null), answered('A')]))).toMatchObject({ price: 'page A' });
  // A submission waits for the weightier word, and not for the other one once that is there.
  expect(priceToShow(run([...both, answered('A'), submitted]))).toMatchObject({
    state: 'confirming',
    price: 'page A',
  });
  expect(priceToShow(run([...both, submitted, session('S')]))).toMatchObject({
    state: 'adjusted',
    price: 'S',
  });
});

const source = fc.constantFrom(...sources);
const fingerprint = fc.constantFrom('A', 'B', 'C');
let prices = 0;
const anything: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('edited' as const),
      fingerprint: fc.option(fingerprint, { nil: undefined, freq: 6 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(source, fingerprint, fc.boolean()).map(([source, fingerprint, none]): Event => ({
      type: 'answered',
      source,
      fingerprint,
      price: none ? null : `${source} ${fingerprint} ${++prices}`,
    })),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('failed' as const), source, fingerprint }) },
  { weight: 3, arbitrary: fc.constant(submitted) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('started' as const), source }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('stopped' as const), source }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constantFrom('timed_out' as const, 'withdrawn' as const), fingerprint }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('waited' as const),
      fingerprint,
      waited: fc.constantFrom('long' as const, 'too_long' as const),
    }),
  },
);
const history = fc.array(anything, { maxLength: 60 });

/** What the sources said last about each configuration, kept apart from the machine. */
class Said {
  readonly words = new Map<Source, Map<string, string | null | undefined>>();

  hear(event: Event): void {
    if (event.type === 'started') this.words.set(event.source, new Map());
    if (event.type === 'stopped') this.words.delete(event.source);
    if (event.type === 'answered') this.words.get(event.source)?.set(event.fingerprint, event.price);
    if (event.type === 'failed') this.words.get(event.source)?.set(event.fingerprint, undefined);
  }

  /** The price that has to be believed. */
  of(fingerprint: string): string | undefined {
    return sources.map((each) => this.words.get(each)?.get(fingerprint)).find((price) => price != null);
  }
}

test('whatever happens: only prices of what is on screen, and theirs as soon as there is one', () => {
  fc.assert(
    fc.property(history, (events) => {
      const said = new Said();
      let state: PriceState<string> = initialState('A');
      let last: string | undefined;
      for (const event of events) {
        const before = state;
        state = nextState(state, event);
        said.hear(event);
        const shown = priceToShow(state);
        const believed = state.fingerprint === undefined ? undefined : said.of(state.fingerprint);
        if (shown.state === 'adjusted') {
          expect(shown.price).toBe(believed);
          expect(shown.price).toContain(` ${state.fingerprint} `);
          last = shown.price;
        }
        if (believed !== undefined) {
          expect(shown.price).toBe(believed);
          expect(['adjusted', 'confirming']).toContain(shown.state);
          last = shown.price;
        } else if (shown.price !== undefined) {
          // What was to be seen before, until there is an answer.
          expect(['pending', 'confirming']).toContain(shown.state);
          expect(shown.price).toBe(last);
        }
        if (state.fingerprint === undefined || !said.words.size) expect(shown.state).toBe('base');
        if (event.type === 'edited' && event.fingerprint === before.fingerprint)
          expect(priceToShow(state)).toEqual(priceToShow(before));
        for (const each of sources) {
          const question = requestFor(state, each);
          if (question !== undefined) expect([...state.confirming, state.fingerprint]).toContain(question);
        }
      }
    }),
    { numRuns: 2000 },
  );
});

test('whatever has happened: a submission stops waiting at an answer, a failure, the end of its time or of the source', () => {
  fc.assert(
    fc.property(history, fc.boolean(), (events, answers) => {
      let state = run(events);
      // In time or not.
      const timedOut = state.confirming.reduce(
        (all, fingerprint) => nextState(all, { type: 'timed_out', fingerprint }),
        state,
      );
      expect(timedOut.confirming).toEqual([]);
      const stopped = sources.reduce((all, source) => nextState(all, { type: 'stopped', source }), state);
      expect(stopped.confirming).toEqual([]);
      expect(priceToShow(stopped).state).toBe('base');
      // Each source says something about what it is asked, until nothing is left to ask.
      for (let asked = 0; ; asked++) {
        expect(asked).toBeLessThan(20);
        const open = sources.find((each) => requestFor(state, each) !== undefined);
        if (!open) break;
        const fingerprint = requestFor(state, open)!;
        state = nextState(
          state,
          answers
            ? { type: 'answered', source: open, fingerprint, price: `late ${fingerprint}` }
            : { type: 'failed', source: open, fingerprint },
        );
      }
      expect(state.confirming).toEqual([]);
      expect(['adjusted', 'base']).toContain(priceToShow(state).state);
    }),
    { numRuns: 1000 },
  );
});
