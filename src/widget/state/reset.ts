import { noAnswers } from '../../engine/answers.ts';
import { goToStep } from './go-to-step.ts';
import { store } from '../restore/storage.ts';
import { storageName } from '../restore/storage-name.ts';
import type { Widget } from '../mount/widget.ts';

/** Goes back to the product's defaults, in the browser's storage and the page's URL too, so that a reload restores nothing. */
export function reset(widget: Widget): void {
  const { product, state, options } = widget;
  const name = storageName(product, options.host);
  state.insisting.value = false;
  widget.notice.value = widget.outcome.value = widget.dialog.value = null;
  // After the form has closed, because closing it keeps its entries.
  widget.contact = {};
  widget.drafts.clear();
  // The browser takes a half-typed date for empty, and would leave it.
  for (const input of options.root.querySelectorAll('input')) if (input.validity?.badInput) input.value = '';
  state.become(noAnswers);
  goToStep(widget, product.steps[0]!.id);
  // Behind an iframe, the address is the host page's.
  if (!options.page && location.hash.startsWith(`#${name}=`))
    history.replaceState(history.state, '', location.pathname + location.search);
  store(options.host, 'localStorage', name, null);
}
