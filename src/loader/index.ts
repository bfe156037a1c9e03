import type { EventDetail, WidgetEventName } from '../element-api/widget-events.ts';
import type { QuoteletConfigurator } from './quotelet-configurator.ts';
import { register } from './register.ts';

export type { ElementErrorCode, ErrorCode } from '../element-api/element-error-code.ts';
export type { EventDetail, WidgetEventName, WidgetEvents } from '../element-api/widget-events.ts';
export type { QuoteletConfigurator } from './quotelet-configurator.ts';

type On<Name extends WidgetEventName> = CustomEvent<EventDetail<Name>>;

declare global {
  interface HTMLElementTagNameMap {
    'quotelet-configurator': QuoteletConfigurator;
  }
  // The events bubble and are composed: every element, the document and the window may listen to them.
  interface GlobalEventHandlersEventMap {
    'widget.ready': On<'widget.ready'>;
    'configuration.changed': On<'configuration.changed'>;
    'price.changed': On<'price.changed'>;
    'widget.step_changed': On<'widget.step_changed'>;
    'widget.validation_failed': On<'widget.validation_failed'>;
    'widget.submitting': On<'widget.submitting'>;
    'quotation.created': On<'quotation.created'>;
    'widget.added_to_cart': On<'widget.added_to_cart'>;
    'widget.error': On<'widget.error'>;
  }
}

/**
 * Defines `<quotelet-configurator>`. Importing this package does nothing until this is called. Calling it twice, or beside the
 * script tag, is harmless; on a server without a DOM it does nothing.
 *
 * @param options.base the companion's URL; default: the root of the page's own origin.
 * @example
 * import { define } from 'quotelet';
 * define({ base: 'https://quotes.example.com/' });
 */
export function define(options: { base?: string } = {}): void {
  const base = () => new URL(options.base ?? '/', document.baseURI).href.replace(/\/?$/, '/');
  if (globalThis.document)
    register({
      base: base(),
      load: (isolated) => (isolated ? import('./isolated.ts') : import('../widget/mount/mount.ts')),
    });
}
