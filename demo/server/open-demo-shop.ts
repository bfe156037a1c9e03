import { Hono } from 'hono';
import type { Environment } from '../../src/server/config/read-environment.ts';
import { StartError } from '../../src/server/config/start-error.ts';
import { answerErrors } from '../../src/server/http/answer-errors.ts';
import type { AppEnv } from '../../src/server/http/app-env.ts';
import { closeServer } from '../../src/server/http/close-server.ts';
import { createHttpServer } from '../../src/server/http/create-http-server.ts';
import { listen } from '../../src/server/http/listen.ts';
import { localOrigins } from '../../src/server/http/local-origins.ts';
import { serve } from '../../src/server/http/serve.ts';
import type { Log } from '../../src/server/log.ts';
import { demoPages, type DemoFiles } from './demo-pages.ts';

/** A merchant's shop on an origin of its own: the demo's pages and nothing of the companion's. */
export interface DemoShop {
  /** `http://localhost:8788` */
  readonly address: string;
  readonly origins: readonly string[];
  close(): Promise<void>;
}

interface DemoShopOptions {
  readonly environment: Pick<Environment, 'demoShopPort' | 'host'>;
  /** The companion's. */
  readonly port: number;
  readonly files: DemoFiles;
  /** The companion's origin. */
  readonly companion: string;
  readonly log: Log;
}

/**
 * Listens beside the companion: on `DEMO_SHOP_PORT`, else one port above, else nowhere.
 *
 * @throws StartError where `DEMO_SHOP_PORT` is taken. A port that nobody asked for is only logged.
 */
export async function openDemoShop(options: DemoShopOptions): Promise<DemoShop | undefined> {
  const { demoShopPort, host } = options.environment;
  const server = createHttpServer();
  try {
    const port = await listen(server, { port: demoShopPort ?? options.port + 1, host });
    const address = `http://localhost:${port}`;
    serve(server, shopApp(address, options), { https: false });
    return { address, origins: localOrigins(port), close: () => closeServer(server) };
  } catch (error) {
    const { message } = error as Error;
    if (demoShopPort !== undefined) {
      throw new StartError(`DEMO_SHOP_PORT ${demoShopPort} cannot be listened on: ${message}`, {
        cause: error,
      });
    }
    options.log('warn', 'no_demo_shop', {
      reason: message,
      hint: 'set DEMO_SHOP_PORT to try the demo on two origins',
    });
    return undefined;
  }
}

function shopApp(shop: string, { files, companion, log }: DemoShopOptions): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  answerErrors(app, log);
  // Pages that need no server have the widget's files beside them, and those are the companion's.
  app.get('/static/*', (c) => c.redirect(`${companion}${c.req.path}`));
  app.get(
    '*',
    demoPages(files, (origin = shop) => ({ companion, shop, origin })),
  );
  return app;
}
