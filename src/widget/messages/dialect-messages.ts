import type { SubmittedEvent } from '../../element-api/widget-events.ts';
import type { PublishedButton } from '../../contract/published/published-product.ts';
import type { Resolved } from '../../engine/create-engine.ts';
import { loadOrReport } from '../mount/load-or-report.tsx';
import type { Widget } from '../mount/widget.ts';
import type { Contact } from '../submit/contact.ts';

/**
 * Fetches what says a submission to the page in the words of other systems, as far as button and product want that: before
 * it is sent, because afterwards it would be too late to say that it does not come.
 *
 * @param resolved what is submitted
 * @returns posts the messages. `id`: of what was stored, if anything was.
 */
export async function dialectMessages(
  widget: Widget,
  resolved: Resolved,
  { triggers: { pdf, email, webhook, post_message } }: PublishedButton,
  contact: Contact | undefined,
): Promise<(submitted: SubmittedEvent, id: string | null) => void> {
  const { product, texts } = widget;
  const speaks = (dialect: string) => post_message && product.dialects.includes(dialect);
  const [iconfigure, quote3d, elfsquad] = await loadOrReport(
    widget,
    Promise.all([
      // The companion writes this message itself, where it is asked at all.
      speaks('iconfigure') && !(pdf || email || webhook) && import('../../dialects/iconfigure/iconfigure.ts'),
      speaks('quote3d') && import('./say-quote3d.ts'),
      speaks('elfsquad') && import('../../dialects/elfsquad/create-quotation.ts'),
    ]),
  );
  return (submitted, id) => {
    const message = iconfigure
      ? iconfigure.cartActionMessage({
          ...submitted,
          language: texts.language,
          extra_fields: contact?.extra_fields,
        })
      : submitted.answer?.message;
    if (message) widget.post(message);
    if (quote3d) quote3d.saySubmitted(widget, resolved, submitted, id);
    if (elfsquad && id) widget.post(elfsquad.createQuotation(id));
  };
}
