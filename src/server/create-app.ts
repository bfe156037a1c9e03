import { Hono } from 'hono';
import { productJsonSchema } from '../contract/product/product-json-schema.ts';
import type { LoadedConfig } from './config/load-config.ts';
import type { Dispatcher } from './webhooks/create-dispatcher.ts';
import { webhookUrls } from './webhooks/webhook-urls.ts';
import { ApiError, errorResponse } from './http/api-error.ts';
import type { AppEnv } from './http/app-env.ts';
import { conditional, etagOf } from './http/conditional.ts';
import { cors } from './http/cors.ts';
import type { Patience } from './http/body/patience.ts';
import { rateLimit } from './http/rate-limit/rate-limit.ts';
import type { Log } from './log.ts';
import type { Catalogue } from './products/catalogue.ts';
import { addQuote } from './quotes/add-quote.ts';
import { demoFiles, demoPages } from '../../demo/server/demo-pages.ts';
import { drawingRoute } from './products/drawing-route.ts';
import { embedRoute } from './embed/embed-route.ts';
import { productRoute } from './products/product-route.ts';
import { quotationRoute } from './quotes/quotation-page/quotation-route.ts';
import { receiverRoutes } from '../../demo/server/receiver/receiver-routes.ts';
import { scriptRoute, type Scripts } from './embed/load-scripts.ts';
import { receiveUpload, sendUpload } from './uploads/receive-upload-route.ts';
import type { Store } from './database/store.ts';
import { submissions } from './quotes/submissions.ts';
import { uploadRows } from './uploads/upload-rows.ts';
import type { UploadFolder } from './uploads/upload-folder.ts';

/** All that the routes stand on. */
export interface AppDependencies {
  readonly config: LoadedConfig;
  readonly configFile: string;
  readonly catalogue: Catalogue;
  readonly store: Store;
  readonly dispatcher: Dispatcher;
  readonly uploads: UploadFolder;
  readonly scripts: Scripts;
  readonly log: Log;
  /** Where shoppers reach the companion, without a slash at the end. */
  readonly publicUrl: string;
  /** The demo's shop of another origin. */
  readonly shopAddress: string | undefined;
  /** Origins whose pages may use it, its own included. */
  readonly origins: ReadonlySet<string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds that idempotency keys are kept. */
  readonly keyKeptFor: number;
  readonly patience: Patience;
}

/** The companion's routes, not listening yet. Everything is closed that is not listed here. */
export function createApp(dependencies: AppDependencies): Hono<AppEnv> {
  const { config, catalogue, store, log, publicUrl, environment, patience } = dependencies;
  const app = new Hono<AppEnv>();
  const rows = uploadRows(store);
  /** Addresses have a bucket for each route; reading may be asked for more often than writing. */
  const limited = (times = 1) => rateLimit(multiplied(config.rate_limit, times), config.trust_proxy);
  const uploads = {
    catalogue,
    rows,
    folder: dependencies.uploads,
    log,
    patience,
    quota: {
      unclaimed: config.upload_quota_mb * 1_048_576,
      total: config.upload_total_mb * 1_048_576,
    },
  };

  app.onError((error, c) => {
    if (error instanceof ApiError) return errorResponse(error);
    // A shopper who closes the page in the middle of an upload is no fault of ours.
    const gone = c.env.incoming.destroyed && !c.env.incoming.complete;
    if (!gone) log('error', 'request_failed', { route: c.req.routePath, reason: error.message });
    return errorResponse(new ApiError(500, 'internal_error', 'Something went wrong on our side.'));
  });
  app.notFound(() => errorResponse(new ApiError(404, 'not_found', 'There is nothing here.')));

  // Hono answers HEAD with the route for GET and drops the body, which would leave its file or event stream open for ever.
  app.get('*', async (c, next) => {
    await next();
    if (c.req.method === 'HEAD') await c.res.body?.cancel();
  });

  app.get('/healthz', async () => {
    await store.db.selectFrom('quotation_counters').select('year').limit(1).execute();
    return new Response('ok', { headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' } });
  });

  app.use('/api/*', cors(dependencies.origins));
  app.get('/api/v1/products/:id', productRoute(catalogue));
  app.get('/api/v1/products/:id/drawing.svg', limited(10), drawingRoute(catalogue));
  app.post(
    '/api/v1/add-quote',
    limited(),
    addQuote({
      catalogue,
      submissions: submissions(store, dependencies.keyKeptFor),
      uploads: rows,
      dispatcher: dependencies.dispatcher,
      sender: {
        company: config.company,
        publicUrl,
        webhookUrls: (templates) => webhookUrls(templates, environment, publicUrl),
      },
      log,
      maxBody: config.max_body_kb * 1024,
      keyKeptFor: dependencies.keyKeptFor,
      patience: patience.json,
    }),
  );
  app.post('/api/v1/uploads', limited(), receiveUpload(uploads));
  app.get('/api/v1/uploads/:id', sendUpload(uploads));
  app.get('/quotations/:id', quotationRoute(store, catalogue, config.company));

  const schema = JSON.stringify(productJsonSchema());
  const schemaEtag = etagOf(schema);
  app.get('/product.schema.json', (c) =>
    conditional(c.req.header('if-none-match'), schemaEtag, schema, {
      'Content-Type': 'application/schema+json',
      'Cache-Control': 'public, max-age=300',
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    }),
  );

  const scripts = scriptRoute(dependencies.scripts);
  app.get('/quotelet.js', scripts);
  app.get('/quotelet.js.map', scripts);
  app.get('/quotelet/*', scripts);
  app.get('/embed/*', embedRoute(dependencies));

  if (config.demo) {
    // Pages of strangers must neither fill nor empty it.
    app.use('/demo/receiver/*', cors(dependencies.origins));
    app.route('/demo/receiver', receiverRoutes(patience.json));
    const companion = new URL(publicUrl).origin;
    // By whatever name it was asked for; behind a proxy that speaks TLS, only the scheme is another than it seems.
    const ownName = (asked = companion) =>
      new URL(asked).host === new URL(companion).host ? companion : asked;
    const pages = demoPages(demoFiles(dependencies), (asked) => {
      const own = ownName(asked);
      return { companion: own, shop: dependencies.shopAddress ?? own, origin: own };
    });
    app.get('*', pages);
  }
  return app;
}

const multiplied = (limit: LoadedConfig['rate_limit'], times: number): LoadedConfig['rate_limit'] =>
  limit && { per_minute: limit.per_minute * times, burst: limit.burst * times };
