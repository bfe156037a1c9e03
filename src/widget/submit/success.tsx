import type { SubmitResult } from '../../element-api/submit-result.ts';
import type { Widget } from '../mount/widget.ts';
import { takeFocus } from './take-focus.ts';

interface SuccessProps {
  readonly widget: Widget;
  readonly result: SubmitResult;
  /** The resolution that was on screen at the time; for any other, the message would not be true. */
  readonly of: unknown;
}

/** Thanks for a submission, with the quotation's number and a link to it. Disappears with the next change. */
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
