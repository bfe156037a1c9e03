import type { AddQuoteAnswer, AddQuoteRequest, Customer } from '../../contract/quote/add-quote.ts';
import type { SubmittedEvent } from '../../element-api/widget-events.ts';
import type { PublishedButton, PublishedOutput } from '../../contract/published/published-product.ts';
import { canonicalConfiguration } from '../../configuration/canonical-configuration.ts';
import { enrich } from '../../configuration/enrich.ts';
import { flatten } from '../../configuration/flatten.ts';
import type { SubmitResult } from '../../element-api/submit-result.ts';
import { priceEvent } from '../pricing/price-event.ts';
import { problems } from '../state/problems.ts';
import type { Widget } from '../mount/widget.ts';
import { imageOf } from '../messages/image-of.ts';
import { postQuote } from './post-quote.ts';
import { dialectMessages } from '../messages/dialect-messages.ts';
import { SubmitError } from './submit-error.ts';

export interface Contact {
  readonly customer: Pick<Customer, 'first_name' | 'last_name' | 'email' | 'phone'>;
  readonly extra_fields: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * Sends a valid configuration where its button says, and tells the page what came of it.
 *
 * @param signal stops it as long as nothing is on its way
 * @throws SubmitError
 */
export async function send(
  widget: Widget,
  output: PublishedOutput,
  button: PublishedButton,
  contact?: Contact,
  signal = widget.life,
): Promise<SubmitResult> {
  const { product, texts, state, options } = widget;
  // Checked before, but what the page selected while the contact form was open was not.
  const wrong = problems(widget);
  if (wrong.length)
    throw Object.assign(new SubmitError('invalid', texts.t('problem'), wrong), { issues: wrong });
  // What was pressed for is what goes out, with its own price: the shopper may go on meanwhile.
  const resolved = state.resolved.peek();
  const ours = state.price.peek();
  const price = (await widget.pricer?.confirm(signal)) ?? ours;
  const { language } = texts;
  const configuration = canonicalConfiguration(product, resolved);
  const items = enrich(resolved, product, {
    language,
    image: await imageOf(widget, resolved, configuration),
  });
  const { total_price, currency } = priceEvent(widget, price);
  const submission = {
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
  const { page } = options;
  const goOn = () => {
    if (signal.aborted) throw new SubmitError('cancelled', texts.t('cancelled'));
  };
  goOn();
  const allowed = widget.emit('widget.submitting', submission) && (!page || (await page.allows(submission)));
  if (!allowed) throw new SubmitError('cancelled', texts.t('cancelled'));
  const speak = await dialectMessages(widget, resolved, button, contact);
  goOn();

  const { pdf, email, webhook } = button.triggers;
  if (!pdf && !email && !webhook) {
    succeed(widget, submission, null, speak);
    return { button_id: button.id, answer: null };
  }
  if (!options.server) throw new SubmitError('no_server', texts.t('no_server'));
  const { button_id, output_id, product_id, product_version, quantity } = submission;
  const answer = await postQuote(widget, options.server, {
    output_id,
    button_id,
    product_id,
    product_version,
    language,
    currency,
    quantity,
    items,
    shown_price: total_price,
    ...(contact && { customer: contact.customer, extra_fields: contact.extra_fields }),
  } satisfies AddQuoteRequest);
  succeed(widget, submission, answer, speak);
  return { button_id: button.id, answer };
}

/** Fires the event of the path taken, then says the same in the words of other systems. */
function succeed(
  widget: Widget,
  submission: Omit<SubmittedEvent, 'answer'>,
  answer: AddQuoteAnswer | null,
  speak: (submitted: SubmittedEvent, id: string | null) => void,
): void {
  const data = { ...submission, ...(answer && priced(answer)), answer };
  let id: string | null;
  if (answer?.path === 'quotation') {
    const { quotation_id, quotation_number, pdf_url } = answer;
    id = quotation_id;
    widget.emit('quotation.created', { ...data, quotation_id, quotation_number, pdf_url });
  } else {
    id = answer?.submission_id ?? null;
    widget.emit('widget.added_to_cart', { ...data, submission_id: id });
  }
  speak(data, id);
  if (widget.product.analytics)
    void import('../messages/analytics.ts')
      .then(({ trackFinish }) => trackFinish(widget, data, id))
      .catch(() => {});
}

/** The companion's word counts, not the browser's. */
const priced = ({ total_price, currency, items, lines }: AddQuoteAnswer) => ({
  total_price,
  currency,
  items,
  lines,
});
