import type { Issue } from '../contract/configuration/issue.ts';
import type { PublishedProduct } from '../contract/published/published-product.ts';
import { scopesOf } from '../expressions/scope.ts';
import { addIssue } from './add-issue.ts';
import type { Evaluate } from './evaluate.ts';
import { formatPath } from './feature-path.ts';
import type { ResolutionBuilder } from './resolution-builder.ts';

/** Adds the messages in force to the features that they are about, and returns those about none. */
export function productMessages(
  product: PublishedProduct,
  evaluate: Evaluate,
  builder: ResolutionBuilder,
): Issue[] {
  const { features } = builder;
  return product.messages.flatMap(({ level, when, text, feature: id, step }) =>
    scopesOf(builder, step).flatMap((scope): Issue[] => {
      if (evaluate(when, scope) !== true) return [];
      const feature =
        id === undefined ? undefined : (features.get(formatPath(id, step, scope.index)) ?? features.get(id));
      const path = feature?.state.path ?? '';
      const issue: Issue = { kind: 'message', level, code: 'message', path, reason: text };
      if (feature?.state.visible) addIssue(feature, issue);
      return id === undefined ? [issue] : [];
    }),
  );
}
