import type { Mount } from '../element-api/mount.ts';
import type { HostPage } from '../element-api/host-page.ts';

/** Where elements get things from; set once, when the element is defined. */
export interface Companion {
  /** Base URL of the companion server, with a slash at its end. */
  readonly base: string;
  /**
   * Loads the widget, or what shows it behind an iframe. Called for every element that is shown, so it should cache.
   */
  readonly load: (isolated: boolean) => Promise<{ readonly mount: Mount }>;
  /** In an embed document: the page around the frame. */
  readonly page?: HostPage;
  /** In an embed document: features and their values from its address. */
  readonly preselect?: Readonly<Record<string, string>>;
}
