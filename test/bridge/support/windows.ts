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

/** Gives every iframe this window: happy-dom loads none. */
export function frameWith(content: FarWindow | null): void {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockReturnValue(content as never);
}

export const hello = { source: 'quotelet', type: 'hello' };
