import type { HttpBindings } from '@hono/node-server';

/** Gives our Hono handlers Node's own request and response. */
export interface AppEnv {
  Bindings: HttpBindings;
}
