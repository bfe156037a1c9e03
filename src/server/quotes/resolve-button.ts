import type { Button, Output } from '../../contract/product/output.ts';
import type { Product } from '../../contract/product/product.ts';
import { ApiError } from '../http/api-error.ts';

/** Where a submission goes, as the product says; nothing of it comes from the browser but the two ids. */
export interface ResolvedButton {
  readonly output: Output | null;
  /** Null for products without outputs. */
  readonly button: Button | null;
  /** `pdf || email`: the quotation path, with a contact form; else the cart path. */
  readonly requiresContact: boolean;
  /** Webhook URLs as the product file has them, templates and all. */
  readonly webhooks: readonly string[];
  readonly postsMessage: boolean;
}

/**
 * Finds the button that was pressed. A product without an output takes the legacy path: no button, the product's legacy
 * webhooks, a message where a dialect is enabled. Source: docs/dialects.md.
 *
 * @throws ApiError 422 unknown_output, unknown_button
 */
export function resolveButton(
  product: Product,
  outputId: string | null | undefined,
  buttonId: string | null | undefined,
): ResolvedButton {
  if (product.outputs.length === 0 && outputId == null && buttonId == null) {
    return {
      output: null,
      button: null,
      requiresContact: false,
      webhooks: product.legacy_webhooks,
      postsMessage: true,
    };
  }
  const output = product.outputs.find(({ id }) => id === outputId);
  if (!output) throw unknown('output_id', 'unknown_output', outputId, `product "${product.id}"`);
  const button = output.buttons.find(({ id }) => id === buttonId);
  if (!button) throw unknown('button_id', 'unknown_button', buttonId, `output "${output.id}"`);
  const { pdf, email, webhook, post_message } = button.triggers;
  return {
    output,
    button,
    requiresContact: pdf || email !== false,
    webhooks: webhook ? [webhook.url] : [],
    postsMessage: post_message,
  };
}

function unknown(
  path: string,
  code: 'unknown_output' | 'unknown_button',
  id: string | null | undefined,
  owner: string,
): ApiError {
  const message = id == null ? `${path} is missing; ${owner} needs one.` : `There is no "${id}" in ${owner}.`;
  return new ApiError(422, code, message, { details: [{ path, code, message }] });
}
