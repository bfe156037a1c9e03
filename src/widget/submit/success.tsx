import type { SubmitResult } from '../../element-api/submit-result.ts';
import type { Widget } from '../mount/widget.ts';
import { takeFocus } from './take-focus.ts';

interface SuccessProps {
  readonly widget: Widget;
  readonly result: SubmitResult;
  /** What was on screen when it succeeded; of anything else this would not be true. */
  readonly of: unknown;
}

/** What came of a submission, in words, with the quotation's number and where to read it. Goes with the next change. */
export const Success = ({ widget, result: { answer }, of }: SuccessProps) => {
  if (widget.state.resolved.value !== of) return null;
  const { t } = widget.texts;
  const quotation = answer?.path === 'quotation' ? answer : undefined;
  return (
    <div class="success" part="success" role="status" tabIndex={-1} ref={takeFocus}>
      <p>
        <strong>{t(quotation ? 'quotation_created' : 'added_to_cart')}</strong>
      </p>
      {quotation && (
        <p>
          {t('quotation_number', { number: quotation.quotation_number })}{' '}
          <a href={quotation.pdf_url} target="_blank" rel="noopener">
            {t('open_quotation')}
          </a>
        </p>
      )}
    </div>
  );
};
