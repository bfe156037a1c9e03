import { z } from 'zod';

/**
 * The messages between host and frame (docs/PROTOCOL.md). No browser runs these schemas: the ends have small guards
 * (`src/bridge`), and a property test shows that guards and schemas agree.
 */

const Source = z.literal('quotelet');
const Instance = z.string();

/** Frame → host, by `window.postMessage`: the frame runs and asks for a port. Carries nothing. */
export const Hello = z.object({ source: Source, type: z.literal('hello') });
export type Hello = z.infer<typeof Hello>;

/** Host → frame, by `window.postMessage`, with a port. */
export const Pair = z.object({
  source: Source,
  version: z.int(),
  type: z.literal('pair'),
  instance: Instance,
});
export type Pair = z.infer<typeof Pair>;

/** One message on the port. */
export const PortMessage = z.object({
  version: z.int(),
  instance: Instance,
  /** Grows with every message of one direction. */
  id: z.int().positive(),
  type: z.string(),
  data: z.unknown().optional(),
  /** Whether a result is awaited. */
  call: z.boolean().optional(),
});
export type PortMessage = z.infer<typeof PortMessage>;

/** An event for plain listeners, by `window.postMessage`: to the frame's parent, or inline to the page itself. */
export const EventMessage = z.object({
  source: Source,
  version: z.int(),
  instance: Instance,
  /** To dedupe on. */
  id: z.string().min(1),
  event: z.string(),
  timestamp: z.iso.datetime(),
  data: z.unknown().optional(),
});
export type EventMessage = z.infer<typeof EventMessage>;
