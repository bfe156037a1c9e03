import type { PublishedButton, PublishedOutput } from '../../contract/published/published-output.ts';
import type { SubmitResult } from '../../element-api/submit-result.ts';
import { loadOrReport } from '../mount/load-or-report.tsx';
import type { Widget } from '../mount/widget.ts';
import { problems } from '../state/problems.ts';
import { adoptStyle } from '../style/adopt-style.ts';
import notices from '../style/notices.css?inline';
import { awaitDrafts } from './await-drafts.tsx';
import { Failure } from './failure.tsx';
import { invalidError } from './invalid-error.ts';
import { LazyErrorList } from './lazy-error-list.ts';
import { localisedError } from './localised-error.ts';
import { needsCompanion } from './needs-companion.ts';
import { sendSubmission } from './send-submission.ts';
import { SubmitError } from './submit-error.ts';
import { Success } from './success.tsx';

/** A click this soon after a success, in ms, is the second half of a double click. */
const DOUBLE_CLICK = 1000;

/** Submissions on their way or just done, by button and configuration: submitting the same again joins the one there is. */
const running = new WeakMap<Widget, Map<string, Promise<SubmitResult>>>();

/**
 * Submits as a button does: checks the configuration, asks for contact details if the button needs them, sends everything and
 * tells the page.
 *
 * @throws SubmitError if nothing was submitted
 */
export async function submit(widget: Widget, buttonId: string): Promise<SubmitResult> {
  await awaitDrafts(widget);
  const submissions = running.get(widget) ?? new Map<string, Promise<SubmitResult>>();
  running.set(widget, submissions);
  const name = buttonId + widget.state.fingerprint();
  let submission = submissions.get(name);
  if (!submission) {
    submission = start(widget, buttonId);
    submissions.set(name, submission);
    const forget = () => submissions.delete(name);
    submission.then(() => widget.after(DOUBLE_CLICK, forget), forget);
  }
  return submission;
}

async function start(widget: Widget, buttonId: string): Promise<SubmitResult> {
  adoptStyle(widget.options.root, notices);
  const [output, button] = findButton(widget, buttonId);
  const { pdf, email } = button.triggers;
  if (!widget.options.server && needsCompanion(button)) throw localisedError(widget, 'no_server');
  validate(widget, buttonId);
  widget.outcome.value = null;
  let result: SubmitResult;
  try {
    if (pdf || email) {
      const { askContact } = await loadOrReport(widget, import('./ask-contact.tsx'));
      result = await askContact(widget, output, buttonId, (contact, signal) =>
        sendSubmission(widget, { output, button, contact, signal }),
      );
    } else result = await sendSubmission(widget, { output, button });
  } catch (error) {
    if (error instanceof SubmitError) showFailure(widget, error, buttonId);
    throw error;
  }
  widget.outcome.value = (
    <Success key={Date.now()} widget={widget} result={result} of={widget.state.resolved.peek()} />
  );
  return result;
}

function findButton({ product, output }: Widget, id: string): [PublishedOutput, PublishedButton] {
  for (const each of [output.peek(), ...product.outputs]) {
    const button = each?.buttons.find((one) => one.id === id);
    if (each && button) return [each, button];
  }
  throw new SubmitError('unknown_button', `No button ${id}`);
}

/** Stops a configuration that is not valid, and shows what is missing or wrong. */
function validate(widget: Widget, button_id: string): void {
  const { state } = widget;
  const issues = problems(widget);
  if (!issues.length) {
    state.insisting.value = false;
    widget.notice.value = null;
    return;
  }
  state.insisting.value = true;
  widget.notice.value = <LazyErrorList key={Date.now()} widget={widget} />;
  widget.emit('widget.validation_failed', { button_id, issues });
  throw invalidError(widget, issues);
}

/** Shows why a submission failed: as a list of the companion's errors, or else below the buttons with a way to try again. */
function showFailure(widget: Widget, error: SubmitError, buttonId: string): void {
  if (error.code === 'cancelled') return;
  if (error.errors.length)
    widget.notice.value = <LazyErrorList key={Date.now()} widget={widget} errors={error.errors} />;
  else
    widget.outcome.value = (
      <Failure widget={widget} error={error} retry={() => void submit(widget, buttonId).catch(() => {})} />
    );
}
