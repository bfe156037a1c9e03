import type { Widget } from '../mount/widget.ts';
import type { SubmitError } from './submit-error.ts';

interface FailureProps {
  readonly widget: Widget;
  readonly error: SubmitError;
  readonly retry?: () => void;
}

/** Says that nothing was submitted, and why. All that was entered is still there. */
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
