import type { Issue } from '../contract/configuration/issue.ts';
import { defined } from '../contract/defined.ts';
import type { FeatureBuilder } from './feature-builder.ts';

/** Adds an issue, by default an invalid value of level error, to a feature. Members that are undefined are left out. */
export function addIssue(
  { state, step }: FeatureBuilder,
  { kind = 'invalid', level = 'error', code, ...more }: AddedIssue,
): void {
  state.issues.push({ kind, level, code, path: state.path, step, ...defined(more) });
}

type AddedIssue = Pick<Issue, 'code'> & {
  readonly [Key in 'kind' | 'level' | 'reason' | 'params' | 'others' | 'repairs']?: Issue[Key] | undefined;
};
