import type { Expr } from '../../contract/published/expr.ts';
import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { Evaluator } from '../../expressions/create-evaluator.ts';
import { scopesOf } from '../../expressions/scope.ts';
import type { FeatureBuilder, PlacedConstraint } from '../feature-builder.ts';
import { formatPath } from '../feature-path.ts';
import type { ResolutionBuilder } from '../resolution-builder.ts';

/**
 * Prepares the constraints of a product. The function returned places each in all scopes where it applies, finds the features
 * that it names there, and links the two.
 */
export function prepareConstraints(
  { constraints }: PublishedProduct,
  evaluatorOf: (expr: Expr) => Evaluator,
) {
  const prepared = constraints.map((constraint) => ({ constraint, holds: evaluatorOf(constraint.holds) }));
  return (builder: ResolutionBuilder): PlacedConstraint[] => {
    const { features } = builder;
    const all: PlacedConstraint[] = [];
    let repeated: Map<string, FeatureBuilder[]> | undefined;
    for (const { constraint, holds } of prepared) {
      const { step, features: ids } = constraint;
      for (const scope of scopesOf(builder, step)) {
        const named = ids.flatMap(
          (id) =>
            features.get(id) ??
            features.get(formatPath(id, step, scope.index)) ??
            // Named from outside its step: every repetition of it.
            (repeated ??= byId(features)).get(id) ??
            [],
        );
        const placed = { constraint, holds, scope, features: named };
        all.push(placed);
        for (const feature of named) feature.constraints.push(placed);
      }
    }
    return all;
  };
}

/** Every repetition of each feature, by the feature's id. */
function byId(features: ResolutionBuilder['features']): Map<string, FeatureBuilder[]> {
  const all = new Map<string, FeatureBuilder[]>();
  for (const feature of features.values()) {
    const { id } = feature.state.feature;
    const known = all.get(id);
    if (known) known.push(feature);
    else all.set(id, [feature]);
  }
  return all;
}
