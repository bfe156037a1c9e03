import type { Message } from './dialect.ts';
import { resized as quote3d } from './quote3d/resized.ts';

/** Dialects that have a message for the page when a frame has another height, in CSS pixels. Every frame takes this code. */
export const messagesOnResize: Readonly<Record<string, ((height: number) => Message) | undefined>> = {
  quote3d,
};
