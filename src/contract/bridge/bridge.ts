import { z } from 'zod';
import type { DataLayerEntry } from '../vendors/data-layer.ts';
import type { WidgetEvents } from '../../element-api/widget-events.ts';

/**
 * Everything that host and frame say to each other. Source: docs/PROTOCOL.md. No browser runs these schemas: the ends have
 * small guards (`src/bridge`), and a property test shows that guard and schema agree.
 */

const Source = z.literal('quotelet');
const Instance = z.string();

/** Frame → host, by `window.postMessage`: "I run, and would like a port." It carries nothing. */
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
  /** A result is awaited. */
  call: z.boolean().optional(),
});
export type PortMessage = z.infer<typeof PortMessage>;

/** An event as plain listeners hear it, by `window.postMessage`: to the frame's parent, or inline to the page itself. */
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

/** `data` of the event `widget.resized`, which only frames say. */
export interface ResizedEvent {
  /** CSS pixels. */
  readonly height: number;
}

/** `data` of the event `widget.revealed`, which only frames say: what the shopper should see of the frame now. */
export interface RevealedEvent {
  /** CSS pixels from the frame's top. */
  readonly top: number;
  readonly height: number;
}

/** What only frames say; nothing of ours is on a page with a bare one. */
export interface FrameEvents {
  'widget.resized': ResizedEvent;
  'widget.revealed': RevealedEvent;
  /** An entry for the page's `dataLayer`, of products with `analytics`. */
  'widget.tracked': DataLayerEntry;
}

/** An element's attributes, all of them, as they travel to the frame, which takes those it knows. */
export type FrameAttributes = Readonly<Record<string, string>>;

/** `data` of `start`. */
export interface Start {
  readonly attributes: FrameAttributes;
  /** What was selected when the frame reloaded, whole: it goes before what the attributes and the browser's memory say. */
  readonly selected: Selected | undefined;
  /** The host's address, for share links. */
  readonly url: string;
  /** Whether the page prices configurations. */
  readonly pricing: boolean;
}

/** All that was selected; what is missing was cleared. */
export type Selected = Pick<WidgetEvents['configuration.changed'], 'selections' | 'quantity'>;

/** `data` of `ready`. */
export interface Ready {
  /** The product's name, in the language shown: what the iframe is called. */
  readonly title: string;
  readonly height: number;
}
