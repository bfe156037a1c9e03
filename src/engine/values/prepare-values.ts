import type { Bound } from '../../contract/published/bound.ts';
import type { PublishedFeature } from '../../contract/published/published-feature.ts';
import type { PublishedMeasure } from '../../contract/published/published-measure.ts';
import type { PublishedOption } from '../../contract/published/published-option.ts';
import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { PublishedStep } from '../../contract/published/published-step.ts';
import type { Answer, Answers } from '../../contract/configuration/answers.ts';
import type { Issue } from '../../contract/configuration/issue.ts';
import type { OptionState } from '../../contract/configuration/feature-state.ts';
import type { Expr } from '../../contract/published/expr.ts';
import type { Text } from '../../contract/product/text.ts';
import type { Value } from '../../contract/configuration/value.ts';
import { quantityOf } from '../answers.ts';
import {
  type FeatureBuilder,
  type ResolutionBuilder,
  openIds,
  sameValue,
  setValue,
} from '../resolution-builder.ts';
import { isDay } from '../../expressions/is-day.ts';
import { defined } from '../known.ts';
import { MOST_REPETITIONS } from '../most-repetitions.ts';
import { formatPath } from '../feature-path.ts';
import { keepDecimals, roundTo } from '../../expressions/rounding.ts';
import { names, type Scope, scopesOf } from '../../expressions/scope.ts';

/** Works out a term of the product. */
export type Run = (expr: Expr, scope: Scope) => unknown;

/** Defaults that gave way to an answer: path → value taken instead. */
export type Shifts = ReadonlyMap<string, Value>;

/** How many ids that are no options are kept of an answer: enough to see what is wrong. The others are counted. */
const MOST_UNKNOWN = 10;

interface Pass extends ResolutionBuilder {
  readonly answers: Answers;
  readonly shifts: Shifts;
}

/**
 * Prepares a product to be worked out. The function returned works out every value once, in the product's order: which
 * steps and features there are, and what each is: what was answered, else derived, else the default. What features say
 * together (constraints) is not its affair.
 */
export function prepareValues(product: PublishedProduct, run: Run) {
  const holds = (expr: Expr | undefined, scope: Scope) => expr === undefined || run(expr, scope) === true;

  /** The first of the values in force. */
  const first = (bounds: readonly Bound[] = [], scope: Scope) => {
    for (const { when, value, reason } of bounds) {
      const found = holds(when, scope) ? (run(value, scope) as Value | undefined) : undefined;
      if (found !== undefined) return { value: found, reason };
    }
    return undefined;
  };

  /** The tightest of the bounds in force, with its reason. */
  const tightest = (bounds: readonly Bound[] = [], scope: Scope, pick: (a: number, b: number) => number) => {
    let found: { limit: number; reason: Text | undefined } | undefined;
    for (const { when, value, reason } of bounds) {
      const bound = holds(when, scope) ? run(value, scope) : undefined;
      if (typeof bound !== 'number') continue;
      // Values keep six decimals at most; noise beyond them would refuse 57 where 0.57 * 100 allows it.
      const limit = roundTo(bound, 1e-6, 'nearest');
      if (!found || pick(limit, found.limit) !== found.limit) found = { limit, reason };
    }
    return found;
  };

  /** The first condition that does not hold. */
  const failing = (conditions: PublishedFeature['enabled'], scope: Scope) =>
    conditions?.find(({ when }) => !holds(when, scope));

  const step = (one: PublishedStep) => {
    const { id, repeat } = one;
    return ({ scope, steps, repetitions, answers }: Pass) => {
      const visible = holds(one.visible, scope);
      const min = tightest(repeat?.min, scope, Math.max)?.limit;
      const max = tightest(repeat?.max, scope, Math.min)?.limit;
      steps.set(id, {
        step: one,
        visible,
        status: 'complete',
        repetitions: [],
        issues: [],
        ...defined({ min, max: max && Math.min(max, MOST_REPETITIONS) }),
      });
      if (!repeat) return;
      // Where there is nothing to choose, as many as there must be: answers beyond that are kept for later.
      const fixed = min === max ? min : undefined;
      // A minimum may be worked out from an answer, which may be any number.
      const wanted = Math.min(Math.max(min ?? 0, repeat.default), max ?? Infinity);
      const amount = fixed ?? answers.steps[id]?.length ?? wanted;
      const length = visible ? Math.min(amount, MOST_REPETITIONS + 1) : 0;
      const all = Array.from({ length }, names);
      scope.global[id] = all;
      repetitions.set(
        id,
        all.map((repetition, index) => ({ ...scope, repetition, index })),
      );
    };
  };

  const feature = (one: PublishedFeature, { id: step, repeat }: PublishedStep) => {
    const repeated = repeat && step;
    return (pass: Pass) => {
      const { answers, features, shifts, steps } = pass;
      for (const scope of scopesOf(pass, repeated)) {
        const path = formatPath(one.id, repeated, scope.index);
        const given = repeat ? answers.steps[step]?.[scope.index!] : answers.features;
        const visible = steps.get(step)!.visible && holds(one.visible, scope);
        const state: FeatureBuilder['state'] = {
          feature: one,
          path,
          visible,
          value: undefined,
          by: undefined,
          required: false,
          issues: [],
        };
        const draft: FeatureBuilder = { state, step, scope, constraints: [] };
        features.set(path, draft);
        if (visible)
          answer(draft, given && Object.hasOwn(given, one.id) ? given[one.id] : undefined, shifts.get(path));
      }
    };
  };

  /** The states of options that can always be chosen: the same objects on every edit. */
  const open = new Map<PublishedOption, OptionState>();

  /** Options on offer, each with the reason where it cannot be chosen now. */
  const offered = (options: readonly PublishedOption[], scope: Scope) =>
    options.flatMap((option): OptionState | [] => {
      if (option.visible || option.enabled) {
        const here = { ...scope, option: option.attributes };
        if (!holds(option.visible, here)) return [];
        const closed = failing(option.enabled, here);
        if (closed) return { option, available: false, reason: closed.reason };
      }
      let state = open.get(option);
      if (!state) open.set(option, (state = { option, available: true }));
      return state;
    });

  const answer = (draft: FeatureBuilder, given: Answer | undefined, shift: Value | undefined) => {
    const { state, scope } = draft;
    const { path, feature: one } = state;
    if (one.options) state.options = offered(one.options, scope);
    const closed = failing(one.enabled, scope);
    if (closed) {
      state.disabled = closed.reason;
      if (given && given.value !== null)
        addError(draft, 'conflict', 'feature_unavailable', closed.reason, {
          repairs: [{ path, value: null }],
        });
      return;
    }
    state.required = one.required !== undefined && holds(one.required, scope);
    const derived = first(one.derived, scope);
    const due = derived && normalValue(one, derived.value);
    const said = given && one.type !== 'computed' ? normalValue(one, given.value) : undefined;
    // What the product works out is derived, said or not: items that were sent and read back stay the same configuration.
    if (derived && (said === undefined || sameValue(due, said))) {
      state.by = 'derived';
      setValue(draft, due);
    } else if (given) {
      state.by = given.by;
      // None of several is no answer where one is required.
      setValue(draft, Array.isArray(said) && !said.length && state.required ? undefined : said);
      if (derived)
        addError(draft, 'conflict', 'derived_differs', derived.reason, {
          repairs: [{ path, value: due ?? null }],
        });
    } else {
      setValue(draft, byDefault(state, shift ?? first(one.default, scope)?.value));
      if (state.value !== undefined) state.by = 'default';
    }
    validate(draft);
    const more = Array.isArray(said) ? new Set(given!.value as string[]).size - said.length : 0;
    if (more) addError(draft, 'conflict', 'unknown_option', undefined, { params: { more } });
  };

  /** What an answer lacks or breaks. */
  const validate = (draft: FeatureBuilder) => {
    const { state, scope } = draft;
    const { feature: one, value, options } = state;
    const min = tightest(one.min, scope, Math.max);
    const max = tightest(one.max, scope, Math.min);
    if (min) state.min = min.limit;
    if (max) state.max = max.limit;
    const chosen = one.type === 'multi_choice' ? ((value ?? []) as string[]) : undefined;
    const amount = chosen ? chosen.length : value;
    // None of several is an answer where none is enough.
    const missing = amount === undefined || (chosen && !amount);
    if (missing && state.required) return addError(draft, 'incomplete', 'required');
    if (amount === undefined) return;
    if (options)
      for (const id of chosen ?? [value]) {
        const found = options.find(({ option }) => option.id === id);
        if (found?.available || typeof id !== 'string') continue;
        const gone = !found && !one.options!.some((option) => option.id === id);
        addError(draft, 'conflict', gone ? 'unknown_option' : 'option_unavailable', found?.reason, {
          params: { value: id },
        });
      }
    if (min && typeof amount === 'number' && amount < min.limit)
      addError(draft, missing ? 'incomplete' : 'invalid', chosen ? 'too_few' : 'too_small', min.reason, {
        params: { min: min.limit },
      });
    if (max && typeof amount === 'number' && amount > max.limit)
      addError(draft, 'invalid', chosen ? 'too_many' : 'too_large', max.reason, {
        params: { max: max.limit },
      });
    // Nothing can be said about when it is.
    if (one.type === 'date' && !isDay(value)) return addError(draft, 'invalid', 'bad_date');
    for (const { holds: condition, code, reason, params } of one.checks ?? [])
      if (!holds(condition, scope))
        addError(draft, 'invalid', code, reason, params && { params: workedOut(params, scope) });
  };

  const workedOut = (params: Readonly<Record<string, Expr>>, scope: Scope) =>
    Object.fromEntries(
      Object.entries(params).map(([name, expr]) => [name, run(expr, scope) as string | number]),
    );

  const value = (one: PublishedMeasure | PublishedProduct['variables'][number]) => (pass: Pass) => {
    for (const here of scopesOf(pass, one.step))
      (here.repetition ?? here.global)[one.id] = measured(one, run(one.value, here));
  };

  const nodes = new Map<string, (pass: Pass) => void>();
  for (const one of product.steps) {
    nodes.set(one.id, step(one));
    for (const each of one.features) nodes.set(each.id, feature(each, one));
  }
  for (const one of [...product.measures, ...product.variables]) nodes.set(one.id, value(one));

  return (answers: Answers, shifts: Shifts, today: string): ResolutionBuilder => {
    const scope: Scope = { global: names(), today };
    scope.global['quantity'] = quantityOf(product, answers);
    const pass = { scope, features: new Map(), steps: new Map(), repetitions: new Map(), answers, shifts };
    for (const id of product.order) nodes.get(id)!(pass);
    return pass;
  };
}

/** Adds an issue of level error to a feature. */
export function addError(
  { state, step }: FeatureBuilder,
  kind: Issue['kind'],
  code: Issue['code'],
  reason?: Text,
  more?: Partial<Issue>,
): void {
  state.issues.push({ kind, level: 'error', code, path: state.path, step, ...defined({ reason }), ...more });
}

/**
 * A value as it counts: numbers rounded to the decimals kept, empty texts unset. Several options are a set: each once, in the
 * product's order, and behind them the first few of what is no option.
 */
export function normalValue(
  { options, decimals = 0, type }: PublishedFeature,
  value: Value,
): Value | undefined {
  if (Array.isArray(value) !== (type === 'multi_choice')) return undefined;
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return undefined;
    // What is added makes 0 of −0.
    return type === 'hidden' || Number.isInteger(value) ? value + 0 : keepDecimals(value, decimals);
  }
  if (value && typeof value === 'object' && 'own' in value) {
    const own = typeof value.own === 'string' && value.own.trim();
    return own ? { own } : undefined;
  }
  if (!Array.isArray(value)) return value ?? undefined;
  const left = new Set(value);
  const known = options!.filter(({ id }) => left.delete(id)).map(({ id }) => id);
  return [...known, ...[...left].sort().slice(0, MOST_UNKNOWN)];
}

/** The default; an option that is not on offer gives way to the first that is. */
function byDefault(
  { feature, options, required }: FeatureBuilder['state'],
  wanted: Value | undefined,
): Value | undefined {
  if (wanted === undefined || !options) return wanted === undefined ? wanted : normalValue(feature, wanted);
  const open = openIds(options);
  if (Array.isArray(wanted)) {
    const ids = new Set(wanted);
    return open.filter((id) => ids.has(id));
  }
  return open.includes(wanted as string) ? wanted : required ? open[0] : undefined;
}

/** A measure in its own unit, rounded and at least its minimum; a variable as it is. */
function measured(one: Partial<PublishedMeasure>, raw: unknown): unknown {
  if (typeof raw !== 'number' || one.scale === undefined) return raw;
  // 2400 mm × 1800 mm × 1e-6 is 4.319999999999999 in floating point, and 4.32 m².
  const exact = +(raw * one.scale).toPrecision(15);
  return Math.max(one.minimum ?? 0, one.round ? roundTo(exact, one.round.to, one.round.mode) : exact);
}
