import type { Widget } from './widget.ts';

/** Stands where code did not come: the browser remembers such a failure for as long as the page lives, only a reload helps. */
export const LoadError = ({ widget }: { readonly widget: Widget }) => (
  <p class="issue error" role="alert">
    {widget.texts.t('not_loaded')}
  </p>
);
