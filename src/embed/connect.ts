import type { FrameAttributes, Start } from '../bridge/frame-messages.ts';
import type { CodedError } from '../bridge/coded-error.ts';
import { openPort, type Handler, type PortEnd } from '../bridge/open-port.ts';
import { pairFrame } from '../bridge/pair-frame.ts';
import type { QuoteletConfigurator } from '../loader/quotelet-configurator.ts';
import type { HostPricing } from '../element-api/host-pricing.ts';
import { refuse } from './refuse.ts';
import { takeAttributes } from './take-attributes.ts';

/** The host's end of the port, as the frame sees it. */
export interface HostEnd {
  readonly end: PortEnd;
  readonly start: Start;
}

/** What a merchant's system may take to price, in ms; the widget has its own, shorter patience. */
const LONG = 3_600_000;
/** What an element inherits on its page, as far as a frame can follow it. */
const inherited = [
  ...'font-family font-size line-height color direction'.split(' '),
  ...'accent on-accent surface text muted border radius gap font focus danger ok'
    .split(' ')
    .map((name) => `--quotelet-${name}`),
];
const methods = ['getConfiguration', 'select', 'goToStep', 'reset', 'submit'] as const;

/**
 * Pairs with the host and waits until it says how to start; from then on the host's calls reach the element.
 *
 * @throws CodedError `unsupported_version`
 */
export async function connect(parent: string, element: QuoteletConfigurator): Promise<HostEnd> {
  const { port, instance, version } = await pairFrame(parent);
  /** A host that goes on with a frame that has reloaded may call before there is an element. */
  const shown = customElements.whenDefined(element.localName);
  return new Promise((resolve, reject) => {
    const priceBy = (page: boolean) => {
      element.pricing = page ? price : null;
    };
    const price: HostPricing = ({ signal, ...asked }) =>
      end.call('price', asked, LONG, signal) as ReturnType<HostPricing>;
    const handlers = new Map<string, Handler>([
      [
        'start',
        (start: Start) => {
          takeAttributes(element, start.attributes);
          priceBy(start.pricing);
          dress(end).then(() => resolve({ end, start }), reject);
        },
      ],
      [
        'attributes',
        (now: FrameAttributes) => {
          takeAttributes(element, now);
          return dress(end);
        },
      ],
      ['pricing', priceBy],
      ...methods.map((name): [string, Handler] => [
        name,
        (given) => shown.then(() => (element[name] as (given: never) => unknown)(given)),
      ]),
    ]);
    const failed = (error: CodedError) => {
      refuse(error);
      reject(error);
    };
    const end = openPort(port, instance, handlers, failed, version);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
      dress(end).catch(() => {});
    });
    addEventListener('keydown', ({ key, defaultPrevented, isComposing, target }) => {
      if (key === 'Escape' && !defaultPrevented && !isComposing && !holdsDialog(target)) end.tell('key', key);
    });
  });
}

/** An open dialog closes with Escape: that is what it was for. */
const holdsDialog = (target: EventTarget | null) =>
  !!(target as Element).shadowRoot?.querySelector('dialog[open]');

/** Lets the document look as the place where the element stands. */
async function dress(end: PortEnd): Promise<void> {
  const values = (await end.call('style', ['color-scheme', ...inherited])) as string[];
  // Of another colour scheme than the page's, a frame is not see-through.
  document.documentElement.style.colorScheme = values[0] ?? '';
  inherited.forEach((name, index) => document.body.style.setProperty(name, values[index + 1] ?? ''));
}
