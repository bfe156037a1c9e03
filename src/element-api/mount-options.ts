import type { Attributes } from './attributes.ts';
import type { HostPage } from './host-page.ts';

/** What the element hands to the code that shows a product in it: the widget, or the iframe around one. */
export interface MountOptions {
  /** The custom element; events are dispatched on it. */
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** URL of the companion that the script came from, with a trailing slash. */
  readonly base: string;
  /** A published product, or a definition as the merchant wrote it; undefined behind an iframe, which loads it itself. */
  readonly product: unknown;
  /** The companion's URL; undefined for a static product, which has no companion. */
  readonly server: string | undefined;
  /** BCP 47. */
  readonly language: string;
  readonly attributes: Attributes;
  /** Rejected when the element is removed before the product is on screen. */
  readonly removal: Promise<unknown>;
  /** The product was on screen and cannot be shown any longer. Only iframes fail this way. */
  readonly failed: (error: unknown) => void;
  /** The page around the frame; undefined where the element is on the merchant's page itself. */
  readonly page?: HostPage | undefined;
  /** Features and their values from the address, `width=900`. Those that cannot be read are left out and reported to the page. */
  readonly preselect?: Readonly<Record<string, string>> | undefined;
}
