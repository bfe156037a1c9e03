import type { DataLayerEntry } from '../contract/vendors/data-layer.ts';
import type { Selected } from '../element-api/selected.ts';

/** `data` of the event `widget.resized`. */
export interface ResizedEvent {
  /** CSS pixels. */
  readonly height: number;
}

/** `data` of the event `widget.revealed`: the part of the frame that the shopper should see now. */
export interface RevealedEvent {
  /** CSS pixels from the frame's top. */
  readonly top: number;
  readonly height: number;
}

/** Events that only a frame sends, because a page with a bare one runs none of our code that could do this. */
export interface FrameEvents {
  'widget.resized': ResizedEvent;
  'widget.revealed': RevealedEvent;
  /** An entry for the page's `dataLayer`, of products with `analytics`. */
  'widget.tracked': DataLayerEntry;
}

/** All attributes of an element as they travel to the frame, which takes those it knows. */
export type FrameAttributes = Readonly<Record<string, string>>;

/** `data` of `start`. */
export interface Start {
  readonly attributes: FrameAttributes;
  /** The selections when the frame reloaded. They take precedence over the attributes and what the browser has stored. */
  readonly selected: Selected | undefined;
  /** The host's address, for share links. */
  readonly url: string;
  /** Whether the page prices configurations. */
  readonly pricing: boolean;
}

/** `data` of `ready`. */
export interface Ready {
  /** The product's name, in the language shown: the title of the iframe. */
  readonly title: string;
  readonly height: number;
}
