/**
 * Every code that an error answer of the companion carries (`error.code`). A code keeps its meaning and its status; new ones
 * may come, so a client treats one that it does not know by its status.
 */
export const companionErrorCodes = [
  /** 400: the body is not JSON in UTF-8. */
  'invalid_json',
  /** 400: the idempotency key is empty, too long, or holds spaces. */
  'invalid_idempotency_key',
  /** 400: what the address of a drawing names is not the code of a configuration. */
  'invalid_configuration',
  /** 403: a page of an origin that is not listed. */
  'origin_not_allowed',
  /** 404: there is nothing at this address. */
  'not_found',
  /** 404: the companion does not have this product. */
  'unknown_product',
  /** 404: the product has no drawing, or none of this configuration. */
  'no_drawing',
  /** 408: the body did not come in time. */
  'request_timeout',
  /** 409: a file that the submission names was removed while it was being stored. */
  'upload_gone',
  /** 411: there is no `Content-Length`. */
  'length_required',
  /** 413: the body is larger than the companion takes. */
  'too_large',
  /** 415: the body is not declared to be `application/json`. */
  'unsupported_media_type',
  /** 422: the submission is not valid; `details` says where. */
  'validation_error',
  /** 422: the product has no such output, or needs one. */
  'unknown_output',
  /** 422: the output has no such button, or needs one. */
  'unknown_button',
  /** 422: the idempotency key came with another body before. */
  'idempotency_key_reused',
  /** 422: the product has no such feature that takes a file. */
  'unknown_feature',
  /** 422: the feature does not take files of this kind. */
  'wrong_file_type',
  /** 422: the file has no content. */
  'empty_file',
  /** 429: too many requests from one address; `Retry-After` says when to come back. */
  'rate_limited',
  /** 500: a fault of the companion's; its log says more. */
  'internal_error',
  /** 503: files that no submission names take up all the room that they have. */
  'uploads_full',
  /** 503: files take up all the room that they have. */
  'storage_full',
] as const;
export type CompanionErrorCode = (typeof companionErrorCodes)[number];
