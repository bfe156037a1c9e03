import type { Widget } from './widget.ts';

/** Shown if code could not be loaded. The browser remembers that until the page is reloaded, so there is no way to try again. */
export const LoadError = ({ widget }: { readonly widget: Widget }) => (
  <p class="issue error" role="alert">
    {widget.texts.t('not_loaded')}
  </p>
);
