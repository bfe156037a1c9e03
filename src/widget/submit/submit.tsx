import type { PublishedButton, PublishedOutput } from '../../contract/published/published-product.ts';
import type { SubmitResult } from '../../element-api/submit-result.ts';
import { loadOrReport } from '../mount/load-or-report.tsx';
import type { Widget } from '../mount/widget.ts';
import { ErrorSummary } from './error-summary.tsx';
import { problems } from '../state/problems.ts';
import { awaitDrafts } from './await-drafts.tsx';
import { Failure } from './failure.tsx';
import { send } from './send.ts';
import { SubmitError } from './submit-error.ts';
import { adoptStyle } from '../style/adopt-style.ts';
import messages from '../style/messages.css?inline';
import { Success } from './success.tsx';

/** A second click so soon (ms) after a success is the other half of a double click. */
const DOUBLE_CLICK = 1000;

/** Submissions on their way or just done, by button and configuration: whoever asks for the same again gets the same one. */
const running = new WeakMap<Widget, Map<string, Promise<SubmitResult>>>();

/**
 * Submits as a button does: checks, asks for contact details where the button needs them, sends, and tells the page.
 *
 * @throws SubmitError where it does not come to that.
 */
export async function submit(widget: Widget, buttonId: string): Promise<SubmitResult> {
  await awaitDrafts(widget);
  const mine = running.get(widget) ?? new Map<string, Promise<SubmitResult>>();
  running.set(widget, mine);
  const name = buttonId + widget.state.fingerprint();
  let submission = mine.get(name);
  if (!submission) {
    submission = run(widget, buttonId);
    mine.set(name, submission);
    const forget = () => mine.delete(name);
    submission.then(() => widget.after(DOUBLE_CLICK, forget), forget);
  }
  return submission;
}

async function run(widget: Widget, buttonId: string): Promise<SubmitResult> {
  adoptStyle(widget.options.root, messages);
  const [output, button] = findButton(widget, buttonId);
  const { pdf, email, webhook } = button.triggers;
  if (!widget.options.server && (pdf || email || webhook))
    throw new SubmitError('no_server', widget.texts.t('no_server'));
  check(widget, buttonId);
  widget.outcome.value = null;
  let result: SubmitResult;
  try {
    if (pdf || email) {
      const { askContact } = await loadOrReport(widget, import('./ask-contact.tsx'));
      result = await askContact(widget, output, buttonId, (contact, signal) =>
        send(widget, output, button, contact, signal),
      );
    } else result = await send(widget, output, button);
  } catch (error) {
    if (error instanceof SubmitError) explain(widget, error, buttonId);
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
function check(widget: Widget, button_id: string): void {
  const { state } = widget;
  const wrong = problems(widget);
  if (!wrong.length) {
    state.insisting.value = false;
    widget.notice.value = null;
    return;
  }
  state.insisting.value = true;
  widget.notice.value = <ErrorSummary key={Date.now()} widget={widget} />;
  widget.emit('widget.validation_failed', { button_id, issues: wrong });
  throw Object.assign(new SubmitError('invalid', widget.texts.t('problem'), wrong), { issues: wrong });
}

/** Says on the spot why it failed: at the features that the companion objects to, else below the buttons, with a way to try again. */
function explain(widget: Widget, error: SubmitError, buttonId: string): void {
  if (error.code === 'cancelled') return;
  if (error.objections.length)
    widget.notice.value = <ErrorSummary key={Date.now()} widget={widget} objections={error.objections} />;
  else
    widget.outcome.value = (
      <Failure widget={widget} error={error} retry={() => void submit(widget, buttonId).catch(() => {})} />
    );
}
