import type { AddQuoteAnswer, AddQuoteRequest } from '../../contract/quote/add-quote.ts';
import type { ErrorBody } from '../../contract/error/error-body.ts';
import type { Widget } from '../mount/widget.ts';
import { attemptAt } from './remembered-submission.ts';
import { type Objection, SubmitError } from './submit-error.ts';

/** Puts a submission to the companion. Tried again, it is the same bytes under the same key, which is stored once. */
export async function postQuote(
  widget: Widget,
  server: string,
  { shown_price = null, ...what }: AddQuoteRequest,
): Promise<AddQuoteAnswer> {
  const { texts, life } = widget;
  const attempt = attemptAt(what.product_id, JSON.stringify(what), shown_price);
  let answer: Response;
  try {
    answer = await fetch(`${server}api/v1/add-quote`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': attempt.key },
      body: JSON.stringify({ ...what, shown_price: attempt.shown_price } satisfies AddQuoteRequest),
      signal: life,
    });
  } catch (error) {
    const code = life.aborted ? 'cancelled' : 'network';
    throw new SubmitError(code, texts.t(code), error);
  }
  const said = Object(await answer.json().catch(() => {})) as AddQuoteAnswer & Partial<ErrorBody>;
  if (answer.ok && said.path) {
    attempt.succeed();
    return said;
  }
  const { code = `http_${answer.status}`, message = texts.t('refused'), details } = said.error ?? {};
  const wrong = Array.isArray(details)
    ? await import('./locate-field-errors.ts').then(
        ({ objections }) => objections(widget, what.items, details),
        (): Objection[] => [],
      )
    : [];
  throw new SubmitError(code, message, details, wrong);
}
