import type { Issue } from '../../contract/configuration/issue.ts';
import type { Widget } from '../mount/widget.ts';
import { SubmitError } from './submit-error.ts';

/** The error for a configuration that cannot be submitted, with its issues. */
export const invalidError = ({ texts }: Widget, issues: readonly Issue[]) =>
  Object.assign(new SubmitError('invalid', texts.t('problem'), issues), { issues });
