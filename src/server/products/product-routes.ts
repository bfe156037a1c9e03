import type { Hono } from 'hono';
import type { Config } from '../config/config.ts';
import type { AppEnv } from '../http/app-env.ts';
import { rateLimit } from '../http/rate-limit/rate-limit.ts';
import type { Catalogue } from './catalogue.ts';
import { drawingRoute } from './drawing-route.ts';
import { productRoute } from './product-route.ts';
import { schemaRoute } from './schema-route.ts';

interface ProductRoutesOptions {
  readonly config: Pick<Config, 'rate_limit' | 'trust_proxy'>;
  readonly catalogue: Catalogue;
}

/** Products as browsers run them, their drawings, and the schema of their files. */
export function productRoutes(app: Hono<AppEnv>, { config, catalogue }: ProductRoutesOptions): void {
  app.get('/api/v1/products/:id', productRoute(catalogue));
  app.get('/api/v1/products/:id/drawing.svg', rateLimit({ config, times: 10 }), drawingRoute(catalogue));
  app.get('/product.schema.json', schemaRoute());
}
