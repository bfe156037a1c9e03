import { z } from 'zod';

/**
 * A text a shopper reads: one string for every language, or one string a language
 * (`{"en": "Oak", "nl": "Eiken"}`). `localise` decides which one is shown.
 */
export const Text = z
  .union([
    z.string().max(2000),
    z
      .record(
        z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as "en" or "nl-BE"'),
        z.string().max(2000),
      )
      .refine(
        (texts) => Object.keys(texts).length > 0,
        'needs at least one language, for example {"en": "Oak"}',
      ),
  ])
  .describe('A text shown to the shopper: one string, or an object with one string a language.');
export type Text = z.infer<typeof Text>;
