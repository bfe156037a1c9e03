import type { FeatureBuilder, PlacedConstraint } from '../feature-builder.ts';
import type { ResolutionBuilder } from '../resolution-builder.ts';

/**
 * A check whether a constraint is broken as the values stand. It is not while it only lacks required answers, or values derived
 * from them.
 */
export function brokenCheck({ features }: ResolutionBuilder): (placed: PlacedConstraint) => boolean {
  const lacksAnswer = ({ state: { required, value } }: FeatureBuilder) => required && value === undefined;
  const incomplete = [...features.values()].some(lacksAnswer);
  return (placed) =>
    placed.holds(placed.scope) !== true &&
    !placed.features.some(
      ({ state: { required, value, feature } }) =>
        value === undefined && (required || (incomplete && feature.derived)),
    );
}
