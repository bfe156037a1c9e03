import type { Widget } from '../mount/widget.ts';
import type { SubmitError } from './submit-error.ts';

interface FailureProps {
  readonly widget: Widget;
  readonly error: SubmitError;
  readonly retry?: () => void;
}

/** Says why nothing was submitted. All entries are still there. */
export const Failure = ({ widget, error, retry }: FailureProps) => (
  <div class="issue error" part="failure" role="alert">
    <p>{error.message}</p>
    {retry && (
      <button type="button" class="repair" onClick={retry}>
        {widget.texts.t('retry')}
      </button>
    )}
  </div>
);
