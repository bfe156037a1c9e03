import { vi } from 'vitest';

export const FRAME_ORIGIN = 'https://quotes.test';

/** A window of another origin: all one can do is post to it. */
export interface FarWindow {
  readonly postMessage: (message: unknown, origin: string, ports?: readonly MessagePort[]) => void;
  /** What was posted to it, oldest first. */
  readonly heard: readonly { message: unknown; origin: string; ports: readonly MessagePort[] }[];
}

export function farWindow(): FarWindow {
  const heard: { message: unknown; origin: string; ports: readonly MessagePort[] }[] = [];
  return { heard, postMessage: (message, origin, ports = []) => heard.push({ message, origin, ports }) };
}

/** A message as it arrives at this window. */
export function arrive(
  data: unknown,
  source: unknown,
  origin: string,
  ports: readonly MessagePort[] = [],
): void {
  const event = new MessageEvent('message', { data, origin });
  // The constructor takes real windows only.
  Object.defineProperties(event, { source: { value: source }, ports: { value: ports } });
  window.dispatchEvent(event);
}

/** Gives every iframe this window, and keeps happy-dom from loading anything into it. */
export function frameWith(content: FarWindow | null): void {
  const iframes = HTMLIFrameElement.prototype;
  const load = Object.getOwnPropertySymbols(iframes).find(
    ({ description }) => description === 'connectedToDocument',
  )!;
  vi.spyOn(iframes as unknown as Record<symbol, () => void>, load).mockReturnValue(undefined);
  vi.spyOn(iframes, 'contentWindow', 'get').mockReturnValue(content as never);
}

export const hello = { source: 'quotelet', type: 'hello' };
