import type { AddQuoteAnswer, AddQuoteRequest } from '../../contract/quote/add-quote.ts';
import type { ErrorBody } from '../../contract/error/error-body.ts';
import type { Widget } from '../mount/widget.ts';
import { localisedError } from './localised-error.ts';
import { rememberedSubmission } from './remembered-submission.ts';
import { type FieldError, SubmitError } from './submit-error.ts';

/** Posts a submission to the companion. A retry sends the same bytes under the same key, and so is stored once. */
export async function postQuote(
  widget: Widget,
  server: string,
  { shown_price = null, ...content }: AddQuoteRequest,
): Promise<AddQuoteAnswer> {
  const { texts, life } = widget;
  const submission = rememberedSubmission(content.product_id, JSON.stringify(content), shown_price);
  let response: Response;
  try {
    response = await fetch(`${server}api/v1/add-quote`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': submission.key },
      body: JSON.stringify({ ...content, shown_price: submission.shown_price } satisfies AddQuoteRequest),
      signal: life,
    });
  } catch (error) {
    throw localisedError(widget, life.aborted ? 'cancelled' : 'network', error);
  }
  const answer = Object(await response.json().catch(() => {})) as AddQuoteAnswer & Partial<ErrorBody>;
  if (response.ok && answer.path) {
    submission.forget();
    return answer;
  }
  const { code = `http_${response.status}`, message = texts.t('refused'), details } = answer.error ?? {};
  const errors = Array.isArray(details)
    ? await import('./locate-field-errors.ts').then(
        ({ locateFieldErrors }) => locateFieldErrors(widget, content.items, details),
        (): FieldError[] => [],
      )
    : [];
  throw new SubmitError(code, message, details, errors);
}
