import { noAnswers } from '../../engine/answers.ts';
import { goToStep } from './go-to-step.ts';
import { store } from '../restore/storage.ts';
import { storageName } from '../restore/storage-name.ts';
import type { Widget } from '../mount/widget.ts';

/** Back to the product's defaults, in the browser's memory and the page's URL too: a reload brings nothing back. */
export function reset(widget: Widget): void {
  const { product, state, options } = widget;
  const name = storageName(product, options.host);
  state.insisting.value = false;
  widget.notice.value = widget.outcome.value = widget.dialog.value = null;
  // After the form has closed, which keeps what it says.
  widget.contact.value = {};
  widget.drafts.clear();
  // A date half typed is nothing to the browser, and would stay.
  for (const input of options.root.querySelectorAll('input')) if (input.validity?.badInput) input.value = '';
  state.become(noAnswers);
  goToStep(widget, product.steps[0]!.id);
  // Behind an iframe, the address is the page's.
  if (!options.page && location.hash.startsWith(`#${name}=`))
    history.replaceState(history.state, '', location.pathname + location.search);
  store(options.host, 'localStorage', name, null);
}
