import type { ExternalPriceState, ShownPrice } from './shown-price.ts';

/**
 * Who may price instead of the product. The first one with a price for a configuration wins, whenever its price comes: the
 * companion's, from the merchant's system, is the one that an order is made of.
 */
const SOURCES = ['session', 'page'] as const;
export type Source = (typeof SOURCES)[number];

/** A source's reply for one configuration. */
interface Reply<Price> {
  /** null: it has none, so the product's own price stands. Undefined: it failed. */
  readonly price: Price | null | undefined;
  /** Given since the shopper came to this configuration. One from an earlier visit counts, too, but may be out of date. */
  readonly fresh: boolean;
}

type Replies<Price> = ReadonlyMap<string, Reply<Price>>;

/** How far pricing is. Configurations are told apart by fingerprint, so one that returns is priced already. */
export interface PriceState<Price> {
  /** Of the configuration on screen; undefined if it cannot be priced. */
  readonly fingerprint: string | undefined;
  /** The sources in use, and the replies of each by fingerprint, the latest last. */
  readonly replies: Readonly<Partial<Record<Source, Replies<Price>>>>;
  /** Configurations whose submission waits for a price. */
  readonly confirming: readonly string[];
  /** The external price shown last, which stays readable until the next one comes. */
  readonly before: Price | undefined;
  /** How long the price has been awaited: `long` is shown, and after `too_long` the previous price goes. */
  readonly waited: 'briefly' | 'long' | 'too_long';
}

export type PricingEvent<Price> =
  /** A source prices from now on; it has not replied yet. */
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
  /** The configuration on screen is to be submitted. */
  | { readonly type: 'submitted' }
  /** No submission of this configuration waits any longer: it was called off, or has waited long enough. */
  | { readonly type: 'withdrawn' | 'timed_out'; readonly fingerprint: string }
  /** This configuration has been on screen for that long without a price. */
  | { readonly type: 'waited'; readonly fingerprint: string; readonly waited: 'long' | 'too_long' };

/** How many replies of each source are remembered: undoing so many steps shows a price at once. */
const REMEMBERED = 10;

export const initialState = <Price>(fingerprint: string | undefined): PriceState<Price> => ({
  fingerprint,
  replies: {},
  confirming: [],
  before: undefined,
  waited: 'briefly',
});

/** The state after an event. Pure: timers and requests are the pricer's. */
export function nextState<Price>(state: PriceState<Price>, event: PricingEvent<Price>): PriceState<Price> {
  const now = applyEvent(state, event);
  const { fingerprint } = now;
  return {
    ...now,
    confirming: now.confirming.filter((one) => isAwaited(now, one)),
    waited: fingerprint !== undefined && isAwaited(now, fingerprint) ? now.waited : 'briefly',
  };
}

function applyEvent<Price>(state: PriceState<Price>, event: PricingEvent<Price>): PriceState<Price> {
  const { fingerprint, replies, confirming } = state;
  switch (event.type) {
    case 'started':
      return {
        ...state,
        replies: { ...replies, [event.source]: new Map() },
        before: priceToShow(state).price,
        waited: 'briefly',
      };
    case 'stopped': {
      const { [event.source]: _, ...others } = replies;
      return { ...state, replies: others, before: undefined };
    }
    case 'edited': {
      if (event.fingerprint === fingerprint) return state;
      const left: Partial<Record<Source, Replies<Price>>> = {};
      for (const source of SOURCES)
        if (replies[source]) left[source] = revisited(replies[source], event.fingerprint);
      return {
        ...state,
        fingerprint: event.fingerprint,
        replies: left,
        before: priceToShow(state).price,
        waited: state.waited === 'long' ? 'long' : 'briefly',
      };
    }
    case 'answered':
    case 'failed': {
      const before = replies[event.source];
      if (!before) return state;
      const price = event.type === 'answered' ? event.price : undefined;
      const all = new Map(before);
      all.delete(event.fingerprint);
      all.set(event.fingerprint, { price, fresh: true });
      for (const one of all.keys())
        if (all.size > REMEMBERED && one !== fingerprint && !confirming.includes(one)) all.delete(one);
      return { ...state, replies: { ...replies, [event.source]: all } };
    }
    case 'submitted':
      return fingerprint === undefined ? state : { ...state, confirming: [...confirming, fingerprint] };
    case 'withdrawn':
    case 'timed_out': {
      const left = { ...state, confirming: confirming.filter((one) => one !== event.fingerprint) };
      return event.type === 'timed_out' ? fallBack(left, event) : left;
    }
    case 'waited':
      if (event.waited === 'too_long') return fallBack(state, event);
      return event.fingerprint === fingerprint && state.waited === 'briefly'
        ? { ...state, waited: 'long' }
        : state;
  }
}

/** Goes on waiting, but shows the product's own price meanwhile, if this configuration is on screen. */
const fallBack = <Price>(
  state: PriceState<Price>,
  { fingerprint }: { readonly fingerprint: string },
): PriceState<Price> =>
  fingerprint === state.fingerprint ? { ...state, waited: 'too_long', before: undefined } : state;

/** The replies once the shopper is back at a configuration: a price stands until there is a newer one, a failure is forgotten. */
function revisited<Price>(replies: Replies<Price>, fingerprint: string | undefined): Replies<Price> {
  const reply = fingerprint === undefined ? undefined : replies.get(fingerprint);
  if (!reply) return replies;
  const all = new Map(replies);
  if (reply.price === undefined) all.delete(fingerprint!);
  else all.set(fingerprint!, { ...reply, fresh: false });
  return all;
}

/** Whether a price may still come that would count. */
function isAwaited<Price>({ replies }: PriceState<Price>, fingerprint: string): boolean {
  for (const source of SOURCES) {
    if (!replies[source]) continue;
    const reply = replies[source].get(fingerprint);
    if (!reply) return true;
    if (reply.price != null) return false;
  }
  return false;
}

/** The sources' price for a configuration; undefined if the product's own stands. */
export function externalPrice<Price>({ replies }: PriceState<Price>, fingerprint: string): Price | undefined {
  for (const source of SOURCES) {
    const price = replies[source]?.get(fingerprint)?.price;
    if (price != null) return price;
  }
  return undefined;
}

/** The price to show in a state; undefined for the product's own. While one is awaited, the previous one is shown. */
export function priceToShow<Price>(
  state: PriceState<Price>,
): ShownPrice<Price | undefined, ExternalPriceState | 'base'> {
  const { fingerprint, before, waited } = state;
  const show = (kind: ExternalPriceState | 'base', price?: Price) => ({
    state: kind,
    price,
    slow: waited !== 'briefly',
  });
  if (fingerprint === undefined) return show('base');
  const external = externalPrice(state, fingerprint);
  if (state.confirming.includes(fingerprint)) return show('confirming', external ?? before);
  if (external !== undefined) return show('adjusted', external);
  if (!isAwaited(state, fingerprint)) return show('base');
  return waited === 'too_long' ? show('fallback') : show('pending', before);
}

/** The configuration that a source is to price now; undefined for none. One at a time, and submissions go first. */
export function requestFor<Price>(
  { fingerprint, replies, confirming }: PriceState<Price>,
  source: Source,
): string | undefined {
  const known = replies[source];
  if (!known) return undefined;
  return [...confirming, fingerprint].find((one) => one !== undefined && !known.get(one)?.fresh);
}
