import { effect } from '@preact/signals';
import type { PublishedOutput } from '../../contract/published/published-product.ts';
import { adoptStyle } from '../style/adopt-style.ts';
import { uniqueId } from '../../element-api/unique-id.ts';
import type { SubmitResult } from '../../element-api/submit-result.ts';
import dialog from '../style/dialog.css?inline';
import type { Widget } from '../mount/widget.ts';
import { contactFields } from './contact-fields.tsx';
import { ContactForm } from './contact-form.tsx';
import type { Contact } from './send.ts';
import { SubmitError } from './submit-error.ts';

/**
 * Asks who wants the quotation, and sends it from there, so that nothing that was entered is lost where sending fails. When the
 * form closes, the focus is where it was before.
 *
 * @param send its signal aborts when the shopper closes the form; what was on its way already goes on, and comes out all the same.
 * @throws SubmitError `cancelled` where the form is closed before anything was sent.
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
    const cancel = () => reject(new SubmitError('cancelled', widget.texts.t('cancelled')));
    if (life.aborted) return cancel();

    const close = () => {
      if (open.signal.aborted) return;
      open.abort();
      stopWatching();
      if (!sending) cancel();
      element?.close();
      // Browsers give it back, too, but not to a button that never had it: Safari gives it none for a click.
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
            // Who asks is the same the next time; what else was said, or agreed to, was said of this one.
            const sent = fields.filter(({ group }) => group === 'extra_fields');
            widget.contact.value = {
              ...widget.contact.peek(),
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
    // Another form in its place, or a reset.
    const stopWatching = effect(() => {
      if (widget.dialog.value !== form) close();
    });
  });
}

/** What has the focus, else the button that was pressed. */
function openerOf(root: ShadowRoot, buttonId: string): HTMLElement | undefined {
  const focused = root.activeElement ?? document.activeElement;
  return focused && focused !== document.body ? (focused as HTMLElement) : buttonOf(root, buttonId);
}

const buttonOf = (root: ShadowRoot, id: string) =>
  [...root.querySelectorAll('button')].find(({ value }) => value === id);
