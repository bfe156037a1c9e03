import type { Hono } from 'hono';
import type { Config } from '../config/config.ts';
import type { Store } from '../database/store.ts';
import type { AppEnv } from '../http/app-env.ts';
import type { BodyTimeouts } from '../http/body/body-timeouts.ts';
import { rateLimit } from '../http/rate-limit/rate-limit.ts';
import { webhookUrls } from '../webhooks/webhook-urls.ts';
import { addQuoteRoute, type AddQuoteOptions } from './add-quote-route.ts';
import { quotationRoute } from './quotation-page/quotation-route.ts';
import { submissions } from './store-submissions.ts';

interface QuoteRoutesOptions extends Pick<
  AddQuoteOptions,
  'catalogue' | 'uploads' | 'dispatcher' | 'log' | 'keyKeptFor'
> {
  readonly config: Pick<Config, 'company' | 'max_body_kb' | 'rate_limit' | 'trust_proxy'>;
  readonly store: Store;
  readonly publicUrl: string;
  /** For the templates in webhook URLs. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly timeouts: Pick<BodyTimeouts, 'json'>;
}

/** Submissions, and the pages of the quotations that they become. */
export function quoteRoutes(
  app: Hono<AppEnv>,
  { config, store, publicUrl, variables, timeouts, ...options }: QuoteRoutesOptions,
): void {
  const { company } = config;
  app.post(
    '/api/v1/add-quote',
    rateLimit({ config }),
    addQuoteRoute({
      ...options,
      submissions: submissions(store, options.keyKeptFor),
      sender: {
        company,
        publicUrl,
        webhookUrls: (templates) => webhookUrls(templates, variables, publicUrl),
      },
      maxBody: config.max_body_kb * 1024,
      timeout: timeouts.json,
    }),
  );
  app.get('/quotations/:id', quotationRoute({ store, catalogue: options.catalogue, company }));
}
