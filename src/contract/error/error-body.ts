import { z } from 'zod';

/** One thing that is wrong with a request. `path` is a JSON path into the body: `items[0].items[1].repetitions[0][2].value`. */
export const ErrorDetail = z.object({
  path: z.string(),
  code: z.string(),
  message: z.string(),
});
export type ErrorDetail = z.infer<typeof ErrorDetail>;

/**
 * Every error answer. Codes are stable (`CompanionErrorCode`), messages are for people. A reader takes every
 * text for a code, because a newer companion may have some that it does not know.
 */
export const ErrorBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.union([z.array(ErrorDetail), z.record(z.string(), z.unknown())]).optional(),
  }),
});
export type ErrorBody = z.infer<typeof ErrorBody>;
