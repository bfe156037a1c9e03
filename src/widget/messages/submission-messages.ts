import type { PublishedButton } from '../../contract/published/published-product.ts';
import { messagesOnSubmission } from '../../dialects/messages-on-submission.ts';
import type { SubmittedEvent } from '../../element-api/widget-events.ts';
import type { Resolved } from '../../engine/create-engine.ts';
import { loadOrReport } from '../mount/load-or-report.tsx';
import type { Widget } from '../mount/widget.ts';
import type { Contact } from '../submit/send.ts';

/**
 * Fetches the code that tells the page of a submission in the words of other systems, as far as button and product want
 * that: before it is sent, because afterwards it would be too late to say that the code does not come.
 *
 * @param resolved what is submitted
 * @returns posts the messages. `id`: of what was stored, if anything was.
 */
export async function submissionMessages(
  widget: Widget,
  resolved: Resolved,
  { triggers: { pdf, email, webhook, post_message } }: PublishedButton,
  contact: Contact | undefined,
): Promise<(submitted: SubmittedEvent, id: string | null) => void> {
  const { product, texts } = widget;
  const stored = !!(pdf || email || webhook);
  const loading = Object.entries(messagesOnSubmission).flatMap(
    ([name, load]) => (post_message && product.dialects.includes(name) && load(stored)) || [],
  );
  const [summary, ...dialects] = await loadOrReport(
    widget,
    Promise.all([loading.length && import('./configured-product.ts'), ...loading]),
  );
  return (submitted, id) => {
    const { answer, items, button_id } = submitted;
    if (answer?.message) widget.post(answer.message);
    if (!summary) return;
    const about = {
      ...summary.configuredProduct(widget, resolved, submitted, items[0]?.image),
      id,
      path: answer?.path ?? 'cart',
      button_id,
      language: texts.language,
      items,
      extra_fields: contact?.extra_fields,
    };
    for (const message of dialects.flatMap((dialect) => dialect.submitted(about))) widget.post(message);
  };
}
