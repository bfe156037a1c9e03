import type { z } from 'zod';
import { spokenLanguage } from '../../../text/choose-language.ts';
import { AddQuoteRequest } from '../../../contract/quote/add-quote.ts';
import type { CompanionErrorDetail } from '../../../contract/error/detail-code.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Catalogue } from '../../products/catalogue.ts';
import type { UploadRows } from '../../uploads/upload-rows.ts';
import { checkExtraFields } from './check-extra-fields.ts';
import { reprice } from './reprice.ts';
import { resolveButton } from '../resolve-button.ts';
import { tooMany } from './too-many.ts';
import type { Checked } from '../compose-submission.ts';

/**
 * Validates a submission: its shape, where it goes, who asks, and the configuration itself. Everything that is wrong is
 * reported at once.
 *
 * @throws ApiError 404 unknown_product; 422 unknown_output, unknown_button, validation_error with `details`
 */
export async function checkSubmission(
  json: unknown,
  catalogue: Catalogue,
  uploads: Pick<UploadRows, 'find'>,
): Promise<Omit<Checked, 'idempotency'>> {
  const excess = tooMany(json);
  if (excess) throw invalid([excess]);
  const parsed = AddQuoteRequest.safeParse(json);
  if (!parsed.success) throw invalid(parsed.error.issues.map(shapeDetail));
  const body = parsed.data;
  const product = catalogue.get(body.product_id);
  if (!product) {
    throw new ApiError(404, 'unknown_product', `There is no product "${body.product_id}".`);
  }
  const destination = resolveButton(product.definition, body.output_id, body.button_id);
  const { requiresContact, output } = destination;
  const contactDetails: CompanionErrorDetail[] =
    requiresContact && !body.customer
      ? [{ path: 'customer', code: 'required', message: 'This button needs to know who asks.' }]
      : [];
  body.language = spokenLanguage(body.language, product.published.languages);
  const extra = checkExtraFields({
    fields: output?.extra_fields ?? [],
    given: body.extra_fields,
    hasForm: requiresContact,
  });
  const repriced = await reprice(product, body, uploads);
  const details = [...contactDetails, ...extra.details, ...repriced.details];
  if (details.length > 0) throw invalid(details);
  const customer = requiresContact ? (body.customer ?? null) : null;
  return { product, body, destination, customer, extraFields: extra.values, repriced: repriced };
}

/** How many details are listed; more would help nobody. */
const maxDetails = 100;

function invalid(all: readonly CompanionErrorDetail[]): ApiError {
  const details = all.slice(0, maxDetails);
  const rest = all.length - details.length;
  if (rest > 0) details.push({ path: '', code: 'more', message: `… and ${rest} more` });
  return new ApiError(422, 'validation_error', 'The submission is not valid.', { details });
}

/** A Zod issue as a detail: `["items", 0, "product_id"]` → `items[0].product_id`. Keys may be of any length. */
function shapeDetail({ path, code, message }: z.core.$ZodIssue): CompanionErrorDetail {
  const steps = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key).slice(0, 100)}`));
  return { path: steps.join('').replace(/^\./, ''), code, message };
}
