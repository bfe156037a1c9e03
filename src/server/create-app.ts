import { Hono } from 'hono';
import type { LoadedConfig } from './config/load-config.ts';
import { healthRoute } from './database/health-route.ts';
import type { Store } from './database/store.ts';
import { embedRoutes } from './embed/embed-routes.ts';
import type { Scripts } from './embed/load-scripts.ts';
import type { Extension } from './extension.ts';
import { answerErrors } from './http/answer-errors.ts';
import type { AppEnv } from './http/app-env.ts';
import type { BodyTimeouts } from './http/body/body-timeouts.ts';
import { cancelHeadBody } from './http/cancel-head-body.ts';
import { cors } from './http/cors.ts';
import type { Log } from './log.ts';
import type { Catalogue } from './products/catalogue.ts';
import { productRoutes } from './products/product-routes.ts';
import { quoteRoutes } from './quotes/quote-routes.ts';
import type { UploadFolder } from './uploads/upload-folder.ts';
import { uploadRoutes } from './uploads/upload-routes.ts';
import type { UploadRows } from './uploads/upload-rows.ts';
import type { Dispatcher } from './webhooks/create-dispatcher.ts';

/** Everything the routes need. */
interface AppDependencies {
  readonly config: LoadedConfig;
  readonly catalogue: Catalogue;
  readonly store: Store;
  readonly dispatcher: Dispatcher;
  readonly uploads: { readonly rows: UploadRows; readonly folder: UploadFolder };
  readonly scripts: Scripts;
  readonly log: Log;
  /** Where shoppers reach the companion, without a slash at the end. */
  readonly publicUrl: string;
  /** Origins whose pages may use it, its own included. */
  readonly origins: ReadonlySet<string>;
  /** Of the environment, for the templates in webhook URLs. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Milliseconds that idempotency keys are kept. */
  readonly keyKeptFor: number;
  readonly timeouts: BodyTimeouts;
  readonly extension: Extension | undefined;
}

/** The companion's routes, not listening yet. Whatever is not a route here is not there. */
export function createApp({ uploads, extension, ...dependencies }: AppDependencies): Hono<AppEnv> {
  const { store, log, origins } = dependencies;
  const app = new Hono<AppEnv>();
  answerErrors(app, log);
  app.get('*', cancelHeadBody);
  app.get('/healthz', healthRoute(store));
  app.use('/api/*', cors(origins));
  productRoutes(app, dependencies);
  quoteRoutes(app, { ...dependencies, uploads: uploads.rows });
  uploadRoutes(app, { ...dependencies, ...uploads });
  embedRoutes(app, dependencies);
  extension?.addRoutes(app, { origins });
  return app;
}
