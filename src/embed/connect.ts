import type { FrameAttributes, Start } from '../bridge/frame-messages.ts';
import type { Handler } from '../bridge/handler.ts';
import { openPort } from '../bridge/open-port.ts';
import { pairFrame } from '../bridge/pair-frame.ts';
import type { PortEnd } from '../bridge/port-end.ts';
import type { CodedError } from '../element-api/coded-error.ts';
import type { HostPricing } from '../element-api/host-pricing.ts';
import type { QuoteletConfigurator } from '../loader/quotelet-configurator.ts';
import { inheritStyle } from './inherit-style.ts';
import { refuse } from './refuse.ts';
import { takeAttributes } from './take-attributes.ts';

/** A connection to our end on the page around the frame. */
export interface Connection {
  readonly end: PortEnd;
  readonly start: Start;
}

/** How long a merchant's system may take to price, in ms; the widget itself gives up sooner. */
const PRICING_DEADLINE = 3_600_000;
const methods = ['getConfiguration', 'select', 'goToStep', 'reset', 'submit'] as const;

/**
 * Pairs with the host and waits until it says how to start; from then on the host's calls reach the element.
 *
 * @throws CodedError `unsupported_version`
 */
export async function connect(parent: string, element: QuoteletConfigurator): Promise<Connection> {
  const paired = await pairFrame(parent);
  /** After a reload of the frame, the host may call before there is an element. */
  const shown = customElements.whenDefined(element.localName);
  return new Promise((resolve, reject) => {
    const usePricing = (page: boolean) => {
      element.pricing = page ? price : null;
    };
    const price: HostPricing = ({ signal, ...request }) =>
      end.call('price', request, PRICING_DEADLINE, signal) as ReturnType<HostPricing>;
    const handlers: Record<string, Handler> = {
      start(start: Start) {
        takeAttributes(element, start.attributes);
        usePricing(start.pricing);
        inheritStyle(end).then(() => resolve({ end, start }), reject);
      },
      attributes(now: FrameAttributes) {
        takeAttributes(element, now);
        return inheritStyle(end);
      },
      pricing: usePricing,
    };
    for (const name of methods)
      handlers[name] = (given) => shown.then(() => (element[name] as (given: never) => unknown)(given));
    const failed = (error: CodedError) => {
      refuse(error);
      reject(error);
    };
    const end = openPort(paired, new Map(Object.entries(handlers)), failed);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
      inheritStyle(end).catch(() => {});
    });
    addEventListener('keydown', ({ key, defaultPrevented, isComposing, target }) => {
      if (key === 'Escape' && !defaultPrevented && !isComposing && !hasOpenDialog(target))
        end.send('key', key);
    });
  });
}

/** Whether Escape closes a dialog in this element, in which case it does not concern the page. */
const hasOpenDialog = (target: EventTarget | null) =>
  !!(target as Element).shadowRoot?.querySelector('dialog[open]');
