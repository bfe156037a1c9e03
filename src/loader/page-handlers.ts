import { dataLayerEvent } from '../dialects/data-layer-event.ts';
import type { RevealedEvent } from '../bridge/frame-messages.ts';
import type { Handler } from '../bridge/handler.ts';

declare global {
  interface Window {
    dataLayer?: unknown[];
  }
}

/** What a page does for a frame that the frame cannot do itself, by type of message (docs/PROTOCOL.md). */
export const pageHandlers = (
  host: HTMLElement,
  frame: HTMLIFrameElement,
): Readonly<Record<string, Handler>> => ({
  track: (entry: { event: string }) =>
    dataLayerEvent.test(entry.event) && (window.dataLayer ??= []).push({ ...entry }),
  reveal({ top, height }: RevealedEvent) {
    const y = Math.min(frame.clientHeight, Math.max(0, top)) + frame.getBoundingClientRect().top;
    if (y < 0 || y + height > innerHeight) scrollBy(0, y - innerHeight / 4);
  },
  style: (names: string[]) => names.map((name) => getComputedStyle(host).getPropertyValue(name)),
  // A key pressed in a frame never reaches the page, where Escape might close what the frame is in. Frames send no other key.
  key() {
    const init = { key: 'Escape', bubbles: true, composed: true, cancelable: true };
    // As the browser does for Escape on the page itself.
    if (host.dispatchEvent(new KeyboardEvent('keydown', init))) host.closest('dialog')?.requestClose?.();
  },
});
