/**
 * Who may price in the product's stead. The first that has a price for a configuration is believed, whenever it comes: what
 * the companion hears from the merchant's system is what an order is made of.
 */
const SOURCES = ['session', 'page'] as const;
export type Source = (typeof SOURCES)[number];

/** What a source said about one configuration. */
interface Word<Price> {
  /** null: it has none, the product's own stands. Undefined: it failed. */
  readonly price: Price | null | undefined;
  /** Said since the shopper came to this configuration. Of an earlier visit it stands, too, but may be out of date. */
  readonly fresh: boolean;
}

type Words<Price> = ReadonlyMap<string, Word<Price>>;

/** How far pricing is. A configuration goes by its fingerprint: whatever is the same again is priced already. */
export interface PriceState<Price> {
  /** Of the configuration on screen; undefined where it cannot be priced. */
  readonly fingerprint: string | undefined;
  /** The sources there are, and what each said, by fingerprint, the latest last. */
  readonly said: Readonly<Partial<Record<Source, Words<Price>>>>;
  /** Configurations whose submission waits. */
  readonly confirming: readonly string[];
  /** The last price of theirs that was shown, to be read until the next one comes. */
  readonly before: Price | undefined;
  /** How long this has been awaited: long enough to say so; too long to go on showing what was before. */
  readonly waited: 'briefly' | 'long' | 'too_long';
}

export type PricingEvent<Price> =
  /** A source prices from now on, with nothing said yet. */
  | { readonly type: 'started'; readonly source: Source }
  | { readonly type: 'stopped'; readonly source: Source }
  | { readonly type: 'edited'; readonly fingerprint: string | undefined }
  | {
      readonly type: 'answered';
      readonly source: Source;
      readonly fingerprint: string;
      readonly price: Price | null;
    }
  | { readonly type: 'failed'; readonly source: Source; readonly fingerprint: string }
  /** What is on screen is to be submitted. */
  | { readonly type: 'submitted' }
  /** No submission of this configuration waits any more: it has been called off, or has waited long enough. */
  | { readonly type: 'withdrawn' | 'timed_out'; readonly fingerprint: string }
  /** It has been on screen for so long without a price. */
  | { readonly type: 'waited'; readonly fingerprint: string; readonly waited: 'long' | 'too_long' };

/** What is to be seen. */
export interface ShownPrice<Price> {
  readonly state: 'base' | 'pending' | 'adjusted' | 'confirming' | 'fallback';
  /** Theirs: of this very configuration, or while that is awaited the one before. Undefined: the product's own. */
  readonly price: Price | undefined;
  /** Long enough that it should be said. */
  readonly slow: boolean;
}

/** Words remembered of each source: so many steps back (undo) have their price at once. */
const MOST = 10;

export const startOf = <Price>(fingerprint: string | undefined): PriceState<Price> => ({
  fingerprint,
  said: {},
  confirming: [],
  before: undefined,
  waited: 'briefly',
});

/** What an event makes of a state. All that happens about prices goes through here; timers and requests are others' business. */
export function next<Price>(state: PriceState<Price>, event: PricingEvent<Price>): PriceState<Price> {
  const now = happened(state, event);
  const { fingerprint } = now;
  return {
    ...now,
    confirming: now.confirming.filter((one) => isAwaited(now, one)),
    waited: fingerprint !== undefined && isAwaited(now, fingerprint) ? now.waited : 'briefly',
  };
}

function happened<Price>(state: PriceState<Price>, event: PricingEvent<Price>): PriceState<Price> {
  const { fingerprint, said, confirming } = state;
  switch (event.type) {
    case 'started':
      return {
        ...state,
        said: { ...said, [event.source]: new Map() },
        before: shownPrice(state).price,
        waited: 'briefly',
      };
    case 'stopped': {
      const { [event.source]: _, ...others } = said;
      return { ...state, said: others, before: undefined };
    }
    case 'edited': {
      if (event.fingerprint === fingerprint) return state;
      const left: Partial<Record<Source, Words<Price>>> = {};
      for (const source of SOURCES)
        if (said[source]) left[source] = visitedAgain(said[source], event.fingerprint);
      return {
        ...state,
        fingerprint: event.fingerprint,
        said: left,
        before: shownPrice(state).price,
        waited: state.waited === 'long' ? 'long' : 'briefly',
      };
    }
    case 'answered':
    case 'failed': {
      const words = said[event.source];
      if (!words) return state;
      const price = event.type === 'answered' ? event.price : undefined;
      const all = new Map(words);
      all.delete(event.fingerprint);
      all.set(event.fingerprint, { price, fresh: true });
      for (const one of all.keys())
        if (all.size > MOST && one !== fingerprint && !confirming.includes(one)) all.delete(one);
      return { ...state, said: { ...said, [event.source]: all } };
    }
    case 'submitted':
      return fingerprint === undefined ? state : { ...state, confirming: [...confirming, fingerprint] };
    case 'withdrawn':
    case 'timed_out': {
      const left = { ...state, confirming: confirming.filter((one) => one !== event.fingerprint) };
      return event.type === 'timed_out' ? givenUp(left, event) : left;
    }
    case 'waited':
      if (event.waited === 'too_long') return givenUp(state, event);
      return event.fingerprint === fingerprint && state.waited === 'briefly'
        ? { ...state, waited: 'long' }
        : state;
  }
}

/** Waits on, but shows the product's own price meanwhile, if this is on screen. */
const givenUp = <Price>(
  state: PriceState<Price>,
  { fingerprint }: { readonly fingerprint: string },
): PriceState<Price> =>
  fingerprint === state.fingerprint ? { ...state, waited: 'too_long', before: undefined } : state;

/** What was said, once the shopper is back at this configuration: a price stands until there is a newer one; a failure says nothing. */
function visitedAgain<Price>(words: Words<Price>, fingerprint: string | undefined): Words<Price> {
  const word = fingerprint === undefined ? undefined : words.get(fingerprint);
  if (!word) return words;
  const all = new Map(words);
  if (word.price === undefined) all.delete(fingerprint!);
  else all.set(fingerprint!, { ...word, fresh: false });
  return all;
}

/** Whether a price may still come that would be believed. */
function isAwaited<Price>({ said }: PriceState<Price>, fingerprint: string): boolean {
  for (const source of SOURCES) {
    if (!said[source]) continue;
    const word = said[source].get(fingerprint);
    if (!word) return true;
    if (word.price != null) return false;
  }
  return false;
}

/** Their price for a configuration; undefined where the product's own stands. */
export function theirPrice<Price>({ said }: PriceState<Price>, fingerprint: string): Price | undefined {
  for (const source of SOURCES) {
    const price = said[source]?.get(fingerprint)?.price;
    if (price != null) return price;
  }
  return undefined;
}

/** What is to be seen in a state. */
export function shownPrice<Price>(state: PriceState<Price>): ShownPrice<Price> {
  const { fingerprint, before, waited } = state;
  const show = (kind: ShownPrice<Price>['state'], price?: Price) => ({
    state: kind,
    price,
    slow: waited !== 'briefly',
  });
  if (fingerprint === undefined) return show('base');
  const theirs = theirPrice(state, fingerprint);
  if (state.confirming.includes(fingerprint)) return show('confirming', theirs ?? before);
  if (theirs !== undefined) return show('adjusted', theirs);
  if (!isAwaited(state, fingerprint)) return show('base');
  return waited === 'too_long' ? show('fallback') : show('pending', before);
}

/** The configuration that a source is to price now, one at a time: what is to be submitted goes first. Undefined: none. */
export function questionFor<Price>(
  { fingerprint, said, confirming }: PriceState<Price>,
  source: Source,
): string | undefined {
  const words = said[source];
  if (!words) return undefined;
  return [...confirming, fingerprint].find((one) => one !== undefined && !words.get(one)?.fresh);
}
