import { z } from 'zod';
import * as defaults from './defaults.ts';
import { Id, LooseId } from './expression.ts';
import { Text } from './text.ts';

const WebhookUrl = z
  .string()
  .max(2000)
  .describe(
    'Where to POST. `${NAME}` and `${NAME:-default}` are filled from the environment; a leading / means this companion itself.',
  );

/** A custom field of the contact form. */
export const ExtraField = z.strictObject({
  id: Id,
  name: Text,
  type: z.enum(['text', 'textarea', 'number', 'choice', 'yes_no', 'date']).default(defaults.extraFieldType),
  required: z.boolean().default(defaults.extraFieldRequired),
  help: Text.optional(),
  max_length: z.number().int().min(1).max(5000).default(defaults.extraFieldMaxLength),
  options: z
    .array(z.strictObject({ id: LooseId, name: Text }))
    .max(100)
    .optional()
    .describe('For type choice.'),
});
export type ExtraField = z.infer<typeof ExtraField>;

/** What a button sets off. `requires_contact = pdf || email` decides between the quotation and the cart path. */
export const Triggers = z.strictObject({
  pdf: z.boolean().default(defaults.triggerPdf),
  email: z
    .union([z.boolean(), z.strictObject({ to: z.array(z.email()).min(1).max(20) })])
    .default(defaults.triggerEmail),
  webhook: z.union([z.literal(false), z.strictObject({ url: WebhookUrl })]).default(defaults.triggerWebhook),
  post_message: z.boolean().default(defaults.triggerPostMessage),
});

export const Button = z.strictObject({
  id: LooseId,
  name: Text,
  style: z.enum(['primary', 'secondary']).default(defaults.buttonStyle),
  triggers: Triggers,
});

/** A submission output groups the buttons of one template. */
export const Output = z.strictObject({
  id: LooseId,
  name: Text.optional(),
  template_id: z.string().max(100).optional(),
  extra_fields: z.array(ExtraField).max(50).default([]),
  buttons: z.array(Button).min(1).max(10),
});
export type Output = z.infer<typeof Output>;
export type Button = z.infer<typeof Button>;
