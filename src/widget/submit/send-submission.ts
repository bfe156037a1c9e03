import type { AddQuoteAnswer, AddQuoteRequest } from '../../contract/quote/add-quote.ts';
import type { SubmittedEvent } from '../../element-api/widget-events.ts';
import type { Resolved } from '../../engine/resolved.ts';
import type { Price } from '../../contract/configuration/price.ts';
import type { PublishedButton, PublishedOutput } from '../../contract/published/published-output.ts';
import { canonicalConfiguration } from '../../configuration/canonical-configuration.ts';
import { enrich } from '../../configuration/enrich.ts';
import { flatten } from '../../configuration/flatten.ts';
import { submissionMessages } from '../messages/submission-messages.ts';
import { imageOf } from '../messages/image-of.ts';
import type { SubmitResult } from '../../element-api/submit-result.ts';
import type { Widget } from '../mount/widget.ts';
import { priceEvent } from '../pricing/price-event.ts';
import { problems } from '../state/problems.ts';
import type { Contact } from './contact.ts';
import { invalidError } from './invalid-error.ts';
import { localisedError } from './localised-error.ts';
import { needsCompanion } from './needs-companion.ts';
import { postQuote } from './post-quote.ts';

interface SendOptions {
  readonly output: PublishedOutput;
  readonly button: PublishedButton;
  readonly contact?: Contact;
  /** Stops the submission as long as no request is on its way. Default: ends with the element. */
  readonly signal?: AbortSignal;
}

type Submission = Omit<SubmittedEvent, 'answer'>;

/**
 * Sends a valid configuration where its button says, and tells the page the outcome.
 *
 * @throws SubmitError
 */
export async function sendSubmission(widget: Widget, options: SendOptions): Promise<SubmitResult> {
  const { button, contact, signal = widget.life } = options;
  const { state } = widget;
  const { page, server } = widget.options;
  // Checked before, but the page may have changed answers while the contact form was open.
  const issues = problems(widget);
  if (issues.length) throw invalidError(widget, issues);
  // The configuration as it was when the button was pressed is what goes out, at its own price: the shopper may go on meanwhile.
  const resolved = state.resolved.peek();
  const productPrice = state.price.peek();
  const price = (await widget.pricer?.confirm(signal)) ?? productPrice;
  const submission = await submissionOf(widget, options, resolved, price);

  const throwIfAborted = () => {
    if (signal.aborted) throw localisedError(widget, 'cancelled');
  };
  throwIfAborted();
  const allowed = widget.emit('widget.submitting', submission) && (!page || (await page.allows(submission)));
  if (!allowed) throw localisedError(widget, 'cancelled');
  const postMessages = await submissionMessages(widget, resolved, button, contact);
  throwIfAborted();

  let answer: AddQuoteAnswer | null = null;
  if (needsCompanion(button)) {
    if (!server) throw localisedError(widget, 'no_server');
    answer = await postQuote(widget, server, requestOf(widget, submission, contact));
  }
  const submitted = { ...submission, ...(answer && pricedBy(answer)), answer };
  const id = emitOutcome(widget, submitted);
  postMessages(submitted, id);
  if (widget.product.analytics)
    void import('../messages/analytics.ts')
      .then(({ trackFinish }) => trackFinish(widget, submitted, id))
      .catch(() => {});
  return { button_id: button.id, answer };
}

async function submissionOf(
  widget: Widget,
  { output, button }: SendOptions,
  resolved: Resolved,
  price: Price,
): Promise<Submission> {
  const { product, texts } = widget;
  const { language } = texts;
  const configuration = canonicalConfiguration(product, resolved);
  const items = enrich(resolved, product, {
    language,
    image: await imageOf(widget, resolved, configuration),
  });
  const { total_price, currency } = priceEvent(widget, price);
  return {
    button_id: button.id,
    output_id: output.id,
    product_id: product.id,
    product_version: product.version,
    quantity: configuration.quantity,
    total_price,
    currency,
    items,
    lines: flatten(items, product, language),
  };
}

const requestOf = (
  { texts }: Widget,
  { output_id, button_id, product_id, product_version, currency, quantity, items, total_price }: Submission,
  contact: Contact | undefined,
): AddQuoteRequest => ({
  output_id,
  button_id,
  product_id,
  product_version,
  language: texts.language,
  currency,
  quantity,
  items,
  shown_price: total_price,
  ...contact,
});

/** The companion's price counts, not the browser's. */
const pricedBy = ({ total_price, currency, items, lines }: AddQuoteAnswer) => ({
  total_price,
  currency,
  items,
  lines,
});

/** Fires the event of the path taken. @returns the id of what the companion has stored, if anything */
function emitOutcome(widget: Widget, submitted: SubmittedEvent): string | null {
  const { answer } = submitted;
  if (answer?.path === 'quotation') {
    const { quotation_id, quotation_number, pdf_url } = answer;
    widget.emit('quotation.created', { ...submitted, quotation_id, quotation_number, pdf_url });
    return quotation_id;
  }
  const submission_id = answer?.submission_id ?? null;
  widget.emit('widget.added_to_cart', { ...submitted, submission_id });
  return submission_id;
}
