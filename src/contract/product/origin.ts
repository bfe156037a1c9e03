import { z } from 'zod';

const wanted = 'an origin such as "https://shop.example", without a path or a slash at the end';

/**
 * An origin exactly as browsers write it: scheme, host, port where it isn't the usual one, nothing behind. A URL's host may
 * hold more than a name: in a `Content-Security-Policy`, `*` would let in whole families, and `;` begin another directive.
 */
export const Origin = z
  .string()
  .max(300)
  .regex(/^https?:\/\/(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:[0-9]+)?$/, { error: wanted, abort: true })
  .refine((text) => URL.parse(text)?.origin === text, wanted);
