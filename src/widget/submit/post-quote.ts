import type { AddQuoteAnswer, AddQuoteRequest } from '../../contract/add-quote.ts';
import type { ErrorBody } from '../../contract/error.ts';
import type { Widget } from '../widget.ts';
import { forgetKey, keyFor } from './idempotency-key.ts';
import { type Objection, SubmitError } from './submit-error.ts';

/** Puts a submission to the companion. The key stays with it until it has succeeded, through retries and reloads. */
export async function postQuote(
  widget: Widget,
  server: string,
  request: AddQuoteRequest,
): Promise<AddQuoteAnswer> {
  const { texts, life } = widget;
  const name = `quotelet.submission.${request.product_id}`;
  const body = JSON.stringify(request);
  let answer: Response;
  try {
    answer = await fetch(`${server}api/v1/add-quote`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': keyFor(name, body) },
      body,
      signal: life,
    });
  } catch (error) {
    throw new SubmitError('network', texts.t('network'), error);
  }
  const said = (await answer.json().catch(() => ({}))) as AddQuoteAnswer & Partial<ErrorBody>;
  if (answer.ok && said.path) {
    forgetKey(name);
    return said;
  }
  const { code = `http_${answer.status}`, message = texts.t('refused'), details } = said.error ?? {};
  const wrong = Array.isArray(details)
    ? await import('./objections.ts').then(
        ({ objections }) => objections(widget, request.items, details),
        (): Objection[] => [],
      )
    : [];
  throw new SubmitError(code, message, details, wrong);
}
