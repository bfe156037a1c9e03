import type { Context } from 'hono';
import { productJsonSchema } from '../../contract/product/product-json-schema.ts';
import type { AppEnv } from '../http/app-env.ts';
import { conditional, etagOf } from '../http/conditional.ts';

/** `GET /product.schema.json`: the JSON Schema of product files, for editors everywhere. */
export function schemaRoute(): (c: Context<AppEnv>) => Response {
  const schema = JSON.stringify(productJsonSchema());
  const etag = etagOf(schema);
  return (c) =>
    conditional(c.req.header('if-none-match'), etag, schema, {
      'Content-Type': 'application/schema+json',
      'Cache-Control': 'public, max-age=300',
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
}
