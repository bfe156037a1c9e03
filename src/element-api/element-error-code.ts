import type { CompanionErrorCode } from '../contract/error/companion-error-code.ts';

/** Codes of the element, the widget, the bridge and `quotelet/host`. */
export type ElementErrorCode =
  /** Neither a product nor a `src` was given. */
  | 'no_product'
  /** The companion or host did not answer, or the browser withholds its answer from the page's origin. */
  | 'unreachable'
  /** The file at `src` is not a product; the message has every problem. */
  | 'invalid_product'
  /** Anything else that keeps the configurator from being shown. */
  | 'widget_failed'
  /** `embed()`: the page has no such target. */
  | 'no_target'
  /** The frame did not answer: wrong address, blocked by a policy, or not allow-listed. */
  | 'frame_silent'
  /** Page and frame speak different major versions of the protocol. */
  | 'unsupported_version'
  /** The page's origin is not allowed to show the product, or is not the origin around the frame. */
  | 'parent_not_allowed'
  /** In a frame, `src` has to be a `.json` file of the frame's own origin. */
  | 'src_not_allowed'
  /** The frame's address lacks `parent`, or it is not an origin. */
  | 'no_parent'
  /** The frame is sandboxed without `allow-same-origin`. */
  | 'no_origin'
  /** The companion's browser files have not been built. */
  | 'not_built'
  /** The configurator is gone, or its frame was reloaded: the element was removed or shows something else. */
  | 'removed'
  /** No answer across the bridge before the deadline. */
  | 'timeout'
  /** The other end of the bridge has no such method. */
  | 'unknown_method'
  /** Something across the bridge that has no code of its own. */
  | 'failed'
  /** A selection names a feature that the product does not have. */
  | 'unknown_feature'
  /** A selection has a value of the wrong type for its feature. */
  | 'wrong_type'
  /** The product has no such step. */
  | 'unknown_step'
  /** The product has no such button. */
  | 'unknown_button'
  /** The configuration is not complete or not possible; `issues` has the reasons. */
  | 'invalid'
  /** The shopper or the page stopped the submission, or the element was removed. */
  | 'cancelled'
  /** The button needs a companion, and a product with `src` has none. */
  | 'no_server'
  /** The companion did not answer a submission; trying again is safe. */
  | 'network'
  /** A part of the configurator could not be loaded. */
  | 'not_loaded'
  /** `pricing` threw, or did not answer with a price; the product's own price stands. */
  | 'pricing_failed'
  /** Something between the browser and the companion answered with this status. */
  | `http_${number}`;

/**
 * What an error of the element says to a program: `code` of rejected methods, and of `widget.error`. Codes are stable
 * (docs/element.md, docs/PROTOCOL.md), messages are for developers.
 */
export type ErrorCode = ElementErrorCode | CompanionErrorCode;
