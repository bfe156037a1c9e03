import { snap } from '../expressions/rounding.ts';
import type { PublishedProduct } from '../contract/published/published-product.ts';
import { issuesOf, stepState } from './step-state.ts';
import type { Price } from '../contract/configuration/price.ts';
import type { ResolutionBuilder } from './resolution-builder.ts';
import { createEvaluator, type Evaluator } from '../expressions/create-evaluator.ts';
import { adjustDefaults, type AdjustmentSearch } from './constraints/adjust-defaults.ts';
import { prepareConstraints } from './constraints/prepare-constraints.ts';
import { sameValue } from './same-value.ts';
import { reportConflicts } from './constraints/report-conflicts.ts';
import type { FeatureState } from '../contract/configuration/feature-state.ts';
import { addIssue } from './add-issue.ts';
import { preparePrice } from './price/prepare-price.ts';
import type { Answers } from '../contract/configuration/answers.ts';
import type { Expr } from '../contract/published/expr.ts';
import { ruleOut } from './constraints/rule-out.ts';
import { quantityOf } from './answers.ts';
import type { Evaluate } from './evaluate.ts';
import { quantityIssues } from './quantity-issues.ts';
import { brokenCheck } from './constraints/broken-check.ts';
import { prepareValues } from './values/prepare-values.ts';
import type { Resolved } from './resolved.ts';
import type { Issue } from '../contract/configuration/issue.ts';
import { productMessages } from './product-messages.ts';

/** Runs one published product. */
export interface Engine {
  readonly product: PublishedProduct;
  /** Evaluates an expression of the product; each is compiled once. */
  readonly run: Evaluate;
  /**
   * Resolves answers: visible features, values, issues, price. Pure: the same answers give the same resolution, in whatever
   * order they were given.
   *
   * @param previous an earlier resolution of this engine: states that did not change are taken over as the same objects.
   */
  resolve(answers: Answers, previous?: Resolved): Resolved;
  /** The price of a resolution. `currency`: one of the product's; default: its own. */
  price(resolved: Resolved, currency?: string): Price;
}

/**
 * How often all values are resolved again because a default was adjusted: the new value can reveal, derive or restrict
 * something else, and so break another constraint. Few products need three rounds.
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
  const evaluatorOf = (expr: Expr): Evaluator => {
    if (!Array.isArray(expr)) return createEvaluator(expr);
    let evaluator = compiled.get(expr);
    if (!evaluator) compiled.set(expr, (evaluator = createEvaluator(expr, product)));
    return evaluator;
  };
  const evaluate: Evaluate = (expr, scope) =>
    Array.isArray(expr) ? evaluatorOf(expr)(scope) : (expr ?? undefined);
  const resolveValues = prepareValues(product, evaluate);
  const placeConstraints = prepareConstraints(product, evaluatorOf);
  const priceOf = preparePrice(product, evaluate);

  /** Resolves values and then constraints, again and again until no default is adjusted any more. */
  const resolveConstraints = (answers: Answers): ResolutionBuilder => {
    const search: AdjustmentSearch = { adjusted: new Map(), made: new Map(), checks: 0 };
    const day = today();
    for (let round = 0; ; round += 1) {
      const builder = resolveValues(answers, search.adjusted, day);
      const { features } = builder;
      const constraints = placeConstraints(builder);
      const isBroken = brokenCheck(builder);
      const broken = constraints.filter(isBroken);
      // After an adjustment, what was resolved before it is out of date.
      if (round < MOST_ROUNDS && adjustDefaults(broken, isBroken, features, search)) continue;
      reportConflicts(broken);
      ruleOut(constraints, isBroken, features);
      return builder;
    }
  };

  return {
    product,
    run: evaluate,
    price: (resolved, currency = product.currency) =>
      currency === product.currency ? resolved.price : priceOf(resolved, currency).price,
    resolve(answers, previous) {
      const builder = resolveConstraints(answers);
      const { scope, repetitions } = builder;
      const quantity = quantityOf(product, answers);
      /** The issues of no step. */
      const loose = [...quantityIssues(product, quantity), ...productMessages(product, evaluate, builder)];
      const features = new Map<string, FeatureState>();
      const found: Issue[] = [...loose];
      for (const { issues } of builder.steps.values()) found.push(...issues);
      for (const [path, { state }] of builder.features) {
        features.set(path, state);
        found.push(...state.issues);
      }
      const { price, issues: unpriced } = priceOf({ quantity, scope, repetitions, features, issues: found });
      for (const issue of unpriced) {
        const feature = builder.features.get(issue.path);
        if (feature) addIssue(feature, issue);
        else loose.push(issue);
      }
      for (const [path, state] of features) features.set(path, kept(previous?.features.get(path), state));
      const steps = product.steps.map(({ id }, index) =>
        kept(previous?.steps[index], stepState(builder, features, id)),
      );
      const issues = [...steps.flatMap(issuesOf), ...loose];
      const days = evaluate(product.lead_time_days ?? null, scope);
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

/** The state before, where it did not change. */
const kept = <T>(before: T | undefined, now: T): T => (sameValue(before, now) ? before! : now);
