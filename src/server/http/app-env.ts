import type { HttpBindings } from '@hono/node-server';

/** What Hono knows about our requests: Node's own request and response. */
export interface AppEnv {
  Bindings: HttpBindings;
}
