import type { PublishedButton } from '../../contract/published/published-output.ts';
import { inAnswer } from '../../dialects/in-answer.ts';
import type { SubmittedEvent } from '../../element-api/widget-events.ts';
import type { Resolved } from '../../engine/resolved.ts';
import { loadOrReport } from '../mount/load-or-report.tsx';
import type { Widget } from '../mount/widget.ts';
import type { Contact } from '../submit/contact.ts';
import { needsCompanion } from '../submit/needs-companion.ts';

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
  button: PublishedButton,
  contact: Contact | undefined,
): Promise<(submitted: SubmittedEvent, id: string | null) => void> {
  const { dialects } = widget.product;
  const { post_message } = button.triggers;
  const stored = needsCompanion(button);
  const loading = dialects.flatMap((dialect) => (post_message && !stored && inAnswer[dialect]?.()) || []);
  const speaks = dialects.some((dialect) => !inAnswer[dialect] || !stored);
  const code = post_message && speaks && (await loadOrReport(widget, import('./post-messages.ts')));
  const first = await loadOrReport(widget, Promise.all(loading));
  return (submitted, id) => {
    if (submitted.answer?.message) widget.post(submitted.answer.message);
    if (code)
      code.postSubmission(widget, resolved, submitted, { id, extra_fields: contact?.extra_fields }, first);
  };
}
