import type { Answers } from '../../contract/configuration/answers.ts';
import type { PublishedFeature } from '../../contract/published/published-feature.ts';
import type { PublishedMeasure } from '../../contract/published/published-measure.ts';
import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { PublishedStep } from '../../contract/published/published-step.ts';
import type { PublishedVariable } from '../../contract/published/published-variable.ts';
import { names, type Scope, scopesOf } from '../../expressions/scope.ts';
import { quantityOf } from '../answers.ts';
import type { AdjustedDefaults } from '../constraints/adjusted-defaults.ts';
import type { Evaluate } from '../evaluate.ts';
import type { FeatureBuilder } from '../feature-builder.ts';
import { formatPath } from '../feature-path.ts';
import { ownEntry } from '../own-entry.ts';
import type { ResolutionBuilder } from '../resolution-builder.ts';
import { answerFeature } from './answer-feature.ts';
import { holds } from './conditions.ts';
import { measuredValue } from './measured-value.ts';
import type { Pass } from './pass.ts';
import { resolveStep } from './resolve-step.ts';

/**
 * Prepares a product for resolving its values. The function returned resolves each step, feature, measure and variable once,
 * in the product's order of evaluation: what is visible, and which value it has. Constraints come after it.
 */
export function prepareValues(product: PublishedProduct, evaluate: Evaluate) {
  const available: Pass['available'] = new Map();

  /** Adds the state of a feature in every repetition of its step. */
  const resolveFeature = (feature: PublishedFeature, { id: step, repeat }: PublishedStep, pass: Pass) => {
    const { answers, features, steps } = pass;
    const { id } = feature;
    const repeated = repeat && step;
    for (const scope of scopesOf(pass, repeated)) {
      const path = formatPath(id, repeated, scope.index);
      const given = repeat ? answers.steps[step]?.[scope.index!] : answers.features;
      const visible = steps.get(step)!.visible && holds(evaluate, feature.visible, scope);
      const state: FeatureBuilder['state'] = {
        feature,
        path,
        visible,
        value: undefined,
        by: undefined,
        required: false,
        issues: [],
      };
      const builder: FeatureBuilder = { state, step, scope, constraints: [] };
      features.set(path, builder);
      if (visible) answerFeature(pass, builder, ownEntry(given, id));
    }
  };

  const resolveName = (named: PublishedMeasure | PublishedVariable, pass: Pass) => {
    for (const scope of scopesOf(pass, named.step))
      (scope.repetition ?? scope.global)[named.id] = measuredValue(named, evaluate(named.value, scope));
  };

  const nodes = new Map<string, (pass: Pass) => void>();
  for (const step of product.steps) {
    nodes.set(step.id, (pass) => resolveStep(pass, step));
    for (const feature of step.features) nodes.set(feature.id, (pass) => resolveFeature(feature, step, pass));
  }
  for (const named of [...product.measures, ...product.variables])
    nodes.set(named.id, (pass) => resolveName(named, pass));

  return (answers: Answers, adjusted: AdjustedDefaults, today: string): ResolutionBuilder => {
    const scope: Scope = { global: names(), today };
    scope.global['quantity'] = quantityOf(product, answers);
    const pass: Pass = {
      evaluate,
      available,
      answers,
      adjusted,
      scope,
      features: new Map(),
      steps: new Map(),
      repetitions: new Map(),
    };
    for (const id of product.order) nodes.get(id)!(pass);
    return pass;
  };
}
