import type { PublishedProduct } from '../contract/published/published-product.ts';
import type { Answers } from '../contract/configuration/answers.ts';
import type { FeatureState } from '../contract/configuration/feature-state.ts';
import type { Issue } from '../contract/configuration/issue.ts';
import type { Price } from '../contract/configuration/price.ts';
import type { Resolution, StepState } from '../contract/configuration/resolution.ts';
import type { Expr } from '../contract/published/expr.ts';
import { quantityOf } from './answers.ts';
import { type FeatureBuilder, type ResolutionBuilder, sameValue } from './resolution-builder.ts';
import { type Evaluator, createEvaluator } from '../expressions/create-evaluator.ts';
import type { Tries } from './constraints/adjust-defaults.ts';
import { formatPath } from './feature-path.ts';
import { preparePrice } from './price/prepare-price.ts';
import { snap } from '../expressions/rounding.ts';
import { type Scope, scopesOf } from '../expressions/scope.ts';
import { prepareConstraints } from './constraints/prepare-constraints.ts';
import { prepareValues, type Run } from './values/prepare-values.ts';

/** A resolution with the names its expressions were worked out with, for prices and drawings. */
export interface Resolved extends Resolution {
  readonly scope: Scope;
  /** Scopes of the repetitions of each repeatable step. */
  readonly repetitions: ReadonlyMap<string, readonly Scope[]>;
  /** Every feature by its path. */
  readonly features: ReadonlyMap<string, FeatureState>;
  /** What it costs in the product's own currency. */
  readonly price: Price;
}

/** Runs one published product. */
export interface Engine {
  readonly product: PublishedProduct;
  /** Works out a term of the product; each is compiled once. */
  readonly run: Run;
  /**
   * What becomes of these answers. Pure: the same answers give the same resolution, in whatever order they were given.
   *
   * @param previous an earlier resolution of this engine: states that did not change are taken over as the same objects.
   */
  resolve(answers: Answers, previous?: Resolved): Resolved;
  /** What a resolution costs. `currency`: one of the product's; default: its own. */
  price(resolved: Resolved, currency?: string): Price;
}

/**
 * Rounds of letting defaults give way: what gave way can reveal, derive or restrict something else, which gives way in the
 * next. Few products need three; each works out the whole of it.
 */
const MOST_ROUNDS = 20;

/** The day where this runs, `YYYY-MM-DD`. Swedish writes dates that way. */
const localToday = () => new Date().toLocaleDateString('sv');

/**
 * Makes the engine of a product.
 *
 * @param today yields the day, `YYYY-MM-DD`, for dates bounded by days from today. Default: the day where it runs.
 */
export function createEngine(product: PublishedProduct, today: () => string = localToday): Engine {
  const compiled = new WeakMap<object, Evaluator>();
  const ready = (expr: Expr): Evaluator => {
    if (typeof expr !== 'object' || !expr) return createEvaluator(expr);
    let made = compiled.get(expr);
    if (!made) compiled.set(expr, (made = createEvaluator(expr, product)));
    return made;
  };
  const run: Run = (expr, scope) =>
    typeof expr !== 'object' || !expr ? (expr ?? undefined) : ready(expr)(scope);
  const workOut = prepareValues(product, run);
  const constraintsOn = prepareConstraints(product, ready);
  const priceIn = preparePrice(product, run);

  /** Values, then what they say together: defaults give way until nothing changes any more. */
  const settle = (answers: Answers) => {
    const tries: Tries = { shifts: new Map(), made: new Map(), looks: 0 };
    const day = today();
    for (let round = 0; ; round += 1) {
      const drafts = workOut(answers, tries.shifts, day);
      const constraints = constraintsOn(drafts);
      // What the last round exchanged is worked out as well, or it would be judged by what was before.
      if (round === MOST_ROUNDS || !constraints.giveWay(tries)) {
        constraints.report();
        constraints.ruleOut();
        return drafts;
      }
    }
  };

  return {
    product,
    run,
    price: (resolved, currency = product.currency) =>
      currency === product.currency ? resolved.price : priceIn(resolved, currency).price,
    resolve(answers, previous) {
      const drafts = settle(answers);
      const { scope, repetitions } = drafts;
      countRepetitions(drafts);
      const loose = [...quantityIssues(product, answers), ...messages(product, run, drafts)];
      const quantity = quantityOf(product, answers);
      const features = new Map<string, FeatureState>();
      const found = [...loose];
      for (const { issues } of drafts.steps.values()) found.push(...issues);
      for (const [path, { state }] of drafts.features) {
        features.set(path, state);
        if (state.issues.length) found.push(...state.issues);
      }
      const { price, issues: unpriced } = priceIn({
        quantity,
        scope,
        repetitions,
        features,
        issues: found,
      });
      for (const issue of unpriced) {
        const draft = drafts.features.get(issue.path);
        if (draft) tell(draft, issue);
        else loose.push(issue);
      }
      for (const [path, state] of features) features.set(path, kept(previous?.features.get(path), state));
      const steps = product.steps.map(({ id }, index) =>
        kept(previous?.steps[index], stepState(drafts, features, id)),
      );
      const issues = [...steps.flatMap(issuesOf), ...loose];
      const days = product.lead_time_days === undefined ? undefined : run(product.lead_time_days, scope);
      return {
        quantity,
        steps,
        issues,
        valid: issues.every(({ level }) => level !== 'error'),
        ...(typeof days === 'number' && { lead_time_days: Math.ceil(snap(days)) }),
        scope,
        repetitions,
        features,
        price,
      };
    },
  };
}

const kept = <T>(before: T | undefined, now: T): T => (sameValue(before, now) ? before! : now);

const issuesOf = ({ issues, repetitions }: StepState) => [
  ...issues,
  ...repetitions.flat().flatMap((one) => one.issues),
];

/** Says where a step occurs too rarely or too often. */
function countRepetitions({ steps, repetitions }: ResolutionBuilder): void {
  for (const [id, { length }] of repetitions) {
    const state = steps.get(id)!;
    const { visible, min = 0, max = Infinity } = state;
    const code = length < min ? 'too_few_repetitions' : length > max && 'too_many_repetitions';
    if (visible && code)
      state.issues = [{ kind: 'invalid', level: 'error', code, path: id, step: id, params: { min, max } }];
  }
}

function stepState(
  { steps, repetitions }: ResolutionBuilder,
  features: ReadonlyMap<string, FeatureState>,
  id: string,
): StepState {
  const state = steps.get(id)!;
  const { step } = state;
  const all = repetitions.get(id);
  state.repetitions = Array.from({ length: all?.length ?? 1 }, (_, index) =>
    step.features.map((one) => features.get(formatPath(one.id, all && id, index))!),
  );
  const errors = issuesOf(state).filter(({ level }) => level === 'error');
  if (errors.length)
    state.status = errors.every(({ kind }) => kind === 'incomplete') ? 'incomplete' : 'conflict';
  return state;
}

function quantityIssues(
  { quantity: { min, max, step, default: usual } }: PublishedProduct,
  answers: Answers,
): Issue[] {
  const asked = answers.quantity ?? usual;
  const value = Math.min(max, Math.max(min, Math.ceil(asked / step) * step)) || usual;
  if (value === asked) return [];
  const code = asked > max ? 'too_large' : asked >= min ? 'not_a_multiple' : 'too_small';
  return [
    {
      kind: 'invalid',
      level: 'error',
      code,
      path: 'quantity',
      params: { min, max, step },
      repairs: [{ path: 'quantity', value }],
    },
  ];
}

/** Adds an issue to its feature. */
function tell({ state, step }: FeatureBuilder, issue: Issue): void {
  state.issues.push({ ...issue, step });
}

/** Messages in force. Those about a feature go to the feature; returned are the others. */
function messages(product: PublishedProduct, run: Run, drafts: ResolutionBuilder): Issue[] {
  const { features } = drafts;
  return product.messages.flatMap(({ level, when, text, feature, step }) =>
    scopesOf(drafts, step).flatMap((here): Issue[] => {
      if (run(when, here) !== true) return [];
      const draft =
        feature === undefined
          ? undefined
          : (features.get(formatPath(feature, step, here.index)) ?? features.get(feature));
      const path = draft?.state.path ?? '';
      const issue: Issue = { kind: 'message', level, code: 'message', path, reason: text };
      if (draft?.state.visible) tell(draft, issue);
      return feature === undefined ? [issue] : [];
    }),
  );
}
