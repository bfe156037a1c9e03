import { effect } from '@preact/signals';
import type { PublishedOutput } from '../../contract/published/published-output.ts';
import { adoptStyle } from '../style/adopt-style.ts';
import { uniqueId } from '../../element-api/unique-id.ts';
import type { SubmitResult } from '../../element-api/submit-result.ts';
import dialog from '../style/dialog.css?inline';
import type { Widget } from '../mount/widget.ts';
import { contactFields } from './contact-fields.tsx';
import { ContactForm } from './contact-form.tsx';
import type { Contact } from './contact.ts';
import { localisedError } from './localised-error.ts';
import { SubmitError } from './submit-error.ts';

/**
 * Shows the contact form, which sends the submission itself, so that nothing entered is lost if sending fails. Closing it
 * puts the focus back where it was.
 *
 * @param send its signal aborts when the shopper closes the form; a request on its way goes on, and still counts
 * @throws SubmitError `cancelled` if the form is closed before anything was sent
 */
export function askContact(
  widget: Widget,
  output: PublishedOutput,
  buttonId: string,
  send: (contact: Contact, signal: AbortSignal) => Promise<SubmitResult>,
): Promise<SubmitResult> {
  const { life } = widget;
  const { root } = widget.options;
  const fields = contactFields(widget, output);
  const opener = openerOf(root, buttonId);
  const open = new AbortController();
  adoptStyle(root, dialog);
  return new Promise<SubmitResult>((resolve, reject) => {
    let element: HTMLDialogElement | null = null;
    let sending = false;
    const cancel = () => reject(localisedError(widget, 'cancelled'));
    if (life.aborted) return cancel();

    const close = () => {
      if (open.signal.aborted) return;
      open.abort();
      stopWatching();
      if (!sending) cancel();
      element?.close();
      // Browsers restore the focus, too, but not to a button that never had it: in Safari a click focuses no button.
      (opener?.isConnected ? opener : buttonOf(root, buttonId))?.focus();
      if (widget.dialog.peek() === form) widget.dialog.value = null;
    };

    const form = (
      <ContactForm
        key={uniqueId()}
        widget={widget}
        fields={fields}
        closed={close}
        dialog={(now) => {
          element = now;
        }}
        send={async (contact) => {
          sending = true;
          try {
            const result = await send(contact, open.signal);
            close();
            // The customer's details are kept for the next quotation; extra fields, and consents among them, are not.
            const sent = fields.filter(({ group }) => group === 'extra_fields');
            widget.contact = {
              ...widget.contact,
              ...Object.fromEntries(sent.map(({ kept }) => [kept, ''])),
            };
            resolve(result);
          } catch (problem) {
            const failure = problem as Error;
            sending = false;
            if (!open.signal.aborted && failure instanceof SubmitError && failure.code !== 'cancelled')
              return failure;
            reject(failure);
            close();
          }
          return undefined;
        }}
      />
    );
    widget.dialog.value = form;
    life.addEventListener('abort', close, { signal: open.signal });
    // Closes when another form takes its place, and on a reset.
    const stopWatching = effect(() => {
      if (widget.dialog.value !== form) close();
    });
  });
}

/** The element that has the focus, or else the button that was pressed. */
function openerOf(root: ShadowRoot, buttonId: string): HTMLElement | undefined {
  const focused = root.activeElement ?? document.activeElement;
  return focused && focused !== document.body ? (focused as HTMLElement) : buttonOf(root, buttonId);
}

const buttonOf = (root: ShadowRoot, id: string) =>
  [...root.querySelectorAll('button')].find(({ value }) => value === id);
