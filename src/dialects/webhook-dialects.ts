import type { WebhookDialect } from './dialect.ts';
import { webhooks as iconfigure } from './iconfigure/webhooks.ts';

/** Dialects of webhooks, by the name under which a delivery keeps its own. */
export const webhookDialects: Readonly<Record<string, WebhookDialect>> = { iconfigure };

/** The dialect of a URL that a product file names: submit buttons with a webhook are iConfigure's idea. */
export const submissionDialect = 'iconfigure';
