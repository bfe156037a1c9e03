import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Environment } from '../../src/server/config/read-environment.ts';
import { StartError } from '../../src/server/config/start-error.ts';
import { ApiError, errorResponse } from '../../src/server/http/api-error.ts';
import type { AppEnv } from '../../src/server/http/app-env.ts';
import { createHttpServer } from '../../src/server/http/create-http-server.ts';
import { closed, listen, localOrigins } from '../../src/server/http/listen.ts';
import { setSecurityHeaders } from '../../src/server/http/set-security-headers.ts';
import type { Log } from '../../src/server/log.ts';
import { demoPages } from './demo-pages.ts';

/** A merchant's shop on an origin of its own: the demo's pages and nothing of the companion's. */
export interface DemoShop {
  /** `http://localhost:8788` */
  readonly address: string;
  readonly origins: readonly string[];
  /** Until this is called, nobody gets an answer. @param companion its origin */
  serve(files: Parameters<typeof demoPages>[0], companion: string): void;
  close(): Promise<void>;
}

/**
 * Listens beside the companion: on `DEMO_SHOP_PORT`, else one port above, else nowhere.
 *
 * @param port the companion's
 * @throws StartError where `DEMO_SHOP_PORT` is taken; of a port that nobody asked for, the log tells.
 */
export async function openDemoShop(
  { demoShopPort, host }: Pick<Environment, 'demoShopPort' | 'host'>,
  port: number,
  log: Log,
): Promise<DemoShop | undefined> {
  const server = createHttpServer();
  try {
    const found = await listen(server, demoShopPort ?? port + 1, host);
    const address = `http://localhost:${found}`;
    return {
      address,
      origins: localOrigins(found),
      serve(files, companion) {
        const pages = demoPages(files, (origin = address) => ({ companion, shop: address, origin }));
        const listener = getRequestListener(shopApp(pages, companion, log).fetch);
        server.on('request', (incoming, outgoing) => {
          setSecurityHeaders(outgoing, false);
          void listener(incoming, outgoing);
        });
      },
      close: () => closed(server),
    };
  } catch (error) {
    const { message } = error as Error;
    if (demoShopPort !== undefined) {
      throw new StartError(`DEMO_SHOP_PORT ${demoShopPort} cannot be listened on: ${message}`, {
        cause: error,
      });
    }
    log('warn', 'no_demo_shop', {
      reason: message,
      hint: 'set DEMO_SHOP_PORT to try the demo on two origins',
    });
    return undefined;
  }
}

function shopApp(pages: ReturnType<typeof demoPages>, companion: string, log: Log): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.onError((error, c) => {
    if (error instanceof ApiError) return errorResponse(error);
    log('error', 'request_failed', { route: c.req.routePath, reason: error.message });
    return errorResponse(new ApiError(500, 'internal_error', 'Something went wrong on our side.'));
  });
  app.notFound(() => errorResponse(new ApiError(404, 'not_found', 'There is nothing here.')));
  // Files that need no server have the widget's beside them, which are the companion's.
  app.get('/static/*', (c) => c.redirect(`${companion}${c.req.path}`));
  app.get('*', pages);
  return app;
}
