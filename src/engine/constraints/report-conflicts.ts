import { addIssue } from '../add-issue.ts';
import type { FeatureBuilder, PlacedConstraint } from '../feature-builder.ts';
import { isAnswered } from './is-adjustable.ts';

/**
 * Adds a conflict for every broken constraint, to the last of its features that somebody answered. Where a default could not
 * give way, the features of the constraint in its way are named too.
 */
export function reportConflicts(broken: readonly PlacedConstraint[]): void {
  const isVisible = ({ state }: FeatureBuilder) => state.visible;
  for (const { constraint, features, blockedBy } of broken) {
    const visible = features.filter(isVisible);
    const feature = visible.findLast(isAnswered) ?? visible.at(-1);
    const others = new Set([...visible, ...(blockedBy?.features.filter(isVisible) ?? [])]);
    if (feature && others.delete(feature))
      addIssue(feature, {
        kind: 'conflict',
        code: 'constraint',
        reason: constraint.reason,
        others: Array.from(others, ({ state }) => state.path),
      });
  }
}
