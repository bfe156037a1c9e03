import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Environment } from './config/read-environment.ts';
import { loadConfig } from './config/load-config.ts';
import { StartError } from './config/start-error.ts';
import { createApp } from './create-app.ts';
import { createDispatcher } from './webhooks/create-dispatcher.ts';
import { openDemoShop } from '../../demo/server/open-demo-shop.ts';
import { housekeeping } from './jobs/housekeeping.ts';
import { createHttpServer } from './http/create-http-server.ts';
import { closed, listen, localOrigins } from './http/listen.ts';
import { usualPatience, type Patience } from './http/body/patience.ts';
import { setSecurityHeaders } from './http/set-security-headers.ts';
import type { Log } from './log.ts';
import { createOutbound } from './outbound/outbound.ts';
import { loadCatalogue } from './products/load-catalogue.ts';
import { demoFiles } from '../../demo/server/demo-pages.ts';
import { loadScripts } from './embed/load-scripts.ts';
import { deliveryRows } from './webhooks/delivery-rows.ts';
import { openStore } from './database/open-store.ts';
import type { Store } from './database/store.ts';
import { uploadRows } from './uploads/upload-rows.ts';
import { uploadFolder } from './uploads/upload-folder.ts';

/** A companion that listens. */
export interface Companion {
  /** Where it listens: `http://localhost:8787`. */
  readonly address: string;
  /** Where the demo's shop of another origin listens; undefined outside the demo, or where its port is taken. */
  readonly shopAddress: string | undefined;
  readonly store: Store;
  /** Answers what was asked already, finishes webhooks under way, closes the store. */
  stop(): Promise<void>;
}

export interface CompanionOptions {
  readonly environment: Environment;
  readonly log: Log;
  /** Folder of the built browser files. */
  readonly dist: string;
  /** Default: half a minute for a submission. */
  readonly patience?: Patience | undefined;
}

const keyKeptFor = 24 * 60 * 60 * 1000;

/**
 * Checks everything, opens the store and listens.
 *
 * @throws StartError where the operator has to put something right first.
 */
export async function startCompanion({
  environment,
  log,
  dist,
  patience = usualPatience,
}: CompanionOptions): Promise<Companion> {
  const config = loadConfig(environment.configFile);
  if (config.demo && !environment.development) {
    throw new StartError(
      `${resolve(environment.configFile)} is a demo ("demo": true): everyone could read what its receiver records. Set QUOTELET_CONFIG to a configuration of your own, or QUOTELET_ENV=development to try the demo.`,
    );
  }
  const catalogue = loadCatalogue(config.productFolder, environment.variables);
  const scripts = loadScripts(dist);
  const store = await opened(environment);
  const server = createHttpServer();
  let shop: Awaited<ReturnType<typeof openDemoShop>>;
  try {
    const port = await listenFor(server, environment);
    shop = config.demo ? await openDemoShop(environment, port, log) : undefined;
    const address = `http://localhost:${port}`;
    const publicUrl = environment.publicUrl ?? config.public_url ?? address;
    if (!environment.development && publicUrl === address) {
      log('warn', 'no_public_url', { hint: 'set public_url, or links to quotations lead to localhost' });
    }
    // The same machine by its other names, as long as nobody else is meant to reach it.
    const local = environment.development || publicUrl === address;
    const own = local ? localOrigins(port) : [];
    const outbound = createOutbound({ development: environment.development });
    const dispatcher = createDispatcher({
      rows: deliveryRows(store),
      outbound,
      log,
      shared: store.kind === 'postgres',
    });
    const uploads = uploadFolder(join(environment.dataFolder, 'uploads'));
    const configFile = resolve(environment.configFile);
    const app = createApp({
      config,
      configFile,
      catalogue,
      store,
      dispatcher,
      uploads,
      scripts,
      log,
      publicUrl,
      shopAddress: shop?.address,
      origins: new Set([
        ...config.allowed_origins,
        ...environment.allowedOrigins,
        ...own,
        ...(shop?.origins ?? []),
        new URL(publicUrl).origin,
      ]),
      environment: environment.variables,
      keyKeptFor,
      patience,
    });
    shop?.serve(demoFiles({ config, configFile }), new URL(publicUrl).origin);
    const listener = getRequestListener(app.fetch);
    const https = publicUrl.startsWith('https:');
    server.on('request', (incoming, outgoing) => {
      setSecurityHeaders(outgoing, https);
      void listener(incoming, outgoing);
    });
    await dispatcher.start();
    const tidy = housekeeping({ store, rows: uploadRows(store), uploads, log, keyKeptFor });
    return {
      address,
      shopAddress: shop?.address,
      store,
      async stop() {
        tidy.stop();
        await Promise.all([closed(server), shop?.close()]);
        await dispatcher.stop();
        await outbound.close();
        await store.close();
      },
    };
  } catch (error) {
    server.close();
    await shop?.close();
    await store.close();
    throw error;
  }
}

async function opened({ dataFolder, databaseUrl }: Environment): Promise<Store> {
  try {
    return await openStore({ folder: dataFolder, databaseUrl });
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    // The URL holds a password; the driver's message does not.
    const what = databaseUrl === undefined ? '' : 'The database of DATABASE_URL cannot be used: ';
    throw new StartError(`${what}${message || code || String(error)}`, { cause: error });
  }
}

async function listenFor(server: Server, { port, host }: Environment): Promise<number> {
  try {
    return await listen(server, port, host);
  } catch (error) {
    throw new StartError(`Port ${port} cannot be listened on: ${(error as Error).message}`, { cause: error });
  }
}
