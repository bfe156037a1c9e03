import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import { loadConfig, type LoadedConfig } from './config/load-config.ts';
import type { Environment } from './config/read-environment.ts';
import { StartError } from './config/start-error.ts';
import { createApp } from './create-app.ts';
import { openStore } from './database/open-store.ts';
import type { Store } from './database/store.ts';
import { loadScripts } from './embed/load-scripts.ts';
import type { Extension, LoadExtension } from './extension.ts';
import { defaultBodyTimeouts, type BodyTimeouts } from './http/body/body-timeouts.ts';
import { closeServer } from './http/close-server.ts';
import { createHttpServer } from './http/create-http-server.ts';
import { listen } from './http/listen.ts';
import { localOrigins } from './http/local-origins.ts';
import { serve } from './http/serve.ts';
import { housekeeping } from './jobs/housekeeping.ts';
import type { Log } from './log.ts';
import { createOutbound } from './outbound/outbound.ts';
import { loadCatalogue } from './products/load-catalogue.ts';
import { uploadFolder } from './uploads/upload-folder.ts';
import { uploadRows } from './uploads/upload-rows.ts';
import { createDispatcher } from './webhooks/create-dispatcher.ts';
import { deliveryRows } from './webhooks/delivery-rows.ts';

/** A companion that listens. */
export interface Companion {
  /** Where it listens: `http://localhost:8787`. */
  readonly address: string;
  readonly store: Store;
  /** What runs beside it. */
  readonly extension: Extension | undefined;
  /** Answers what was asked already, finishes webhooks under way, closes the store. */
  stop(): Promise<void>;
}

export interface CompanionOptions {
  readonly environment: Environment;
  readonly log: Log;
  /** Folder of the built browser files. */
  readonly dist: string;
  readonly timeouts?: BodyTimeouts | undefined;
  /** Default: nothing runs beside the companion, whatever its configuration says. */
  readonly loadExtension?: LoadExtension;
}

const keyKeptFor = 24 * 60 * 60 * 1000;

/**
 * Checks everything, opens the store and listens.
 *
 * @throws StartError where the operator has to put something right first.
 */
export async function startCompanion(options: CompanionOptions): Promise<Companion> {
  const { environment, log, timeouts = defaultBodyTimeouts } = options;
  const config = loadConfig(environment.configFile);
  refuseDemoInProduction(config, environment);
  const openExtension = await options.loadExtension?.(config);
  const catalogue = loadCatalogue(config.productFolder, environment.variables);
  const scripts = loadScripts(options.dist);
  const store = await openStoreOf(environment);
  const server = createHttpServer();
  let extension: Extension | undefined;
  try {
    const port = await listenAt(server, environment);
    const address = `http://localhost:${port}`;
    const publicUrl = environment.publicUrl ?? config.public_url ?? address;
    if (!environment.development && publicUrl === address) {
      log('warn', 'no_public_url', { hint: 'set public_url, or links to quotations lead to localhost' });
    }
    extension = await openExtension?.({ environment, config, publicUrl, port, timeouts, log });
    // The same machine by its other names, as long as nobody else is meant to reach it.
    const isLocal = environment.development || publicUrl === address;
    const ownOrigins = [new URL(publicUrl).origin, ...(isLocal ? localOrigins(port) : [])];
    const extraOrigins = extension?.origins ?? [];
    const listedOrigins = [...config.allowed_origins, ...environment.allowedOrigins];
    const origins = new Set([...listedOrigins, ...ownOrigins, ...extraOrigins]);
    const outbound = createOutbound({ development: environment.development });
    const dispatcher = createDispatcher({
      rows: deliveryRows(store),
      outbound,
      log,
      shared: store.kind === 'postgres',
    });
    const uploads = {
      rows: uploadRows(store),
      folder: uploadFolder(join(environment.dataFolder, 'uploads')),
    };
    const app = createApp({
      config,
      catalogue,
      store,
      dispatcher,
      uploads,
      scripts,
      log,
      publicUrl,
      origins,
      variables: environment.variables,
      keyKeptFor,
      timeouts,
      extension,
    });
    serve(server, app, { https: publicUrl.startsWith('https:') });
    await dispatcher.start();
    const housekeeper = housekeeping({ store, uploads, log, keyKeptFor });
    return {
      address,
      store,
      extension,
      async stop() {
        housekeeper.stop();
        await Promise.all([closeServer(server), extension?.close()]);
        await dispatcher.stop();
        await outbound.close();
        await store.close();
      },
    };
  } catch (error) {
    server.close();
    await extension?.close();
    await store.close();
    throw error;
  }
}

function refuseDemoInProduction({ demo }: LoadedConfig, { development, configFile }: Environment): void {
  if (!demo || development) return;
  throw new StartError(
    `${resolve(configFile)} is a demo ("demo": true): everyone could read what its receiver records. Set QUOTELET_CONFIG to a configuration of your own, or QUOTELET_ENV=development to try the demo.`,
  );
}

async function openStoreOf({ dataFolder, databaseUrl }: Environment): Promise<Store> {
  try {
    return await openStore({ folder: dataFolder, databaseUrl });
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    // Not the URL, which holds a password; the driver's message does not.
    const intro = databaseUrl === undefined ? '' : 'The database of DATABASE_URL cannot be used: ';
    throw new StartError(`${intro}${message || code || String(error)}`, { cause: error });
  }
}

async function listenAt(server: Server, { port, host }: Environment): Promise<number> {
  try {
    return await listen(server, { port, host });
  } catch (error) {
    throw new StartError(`Port ${port} cannot be listened on: ${(error as Error).message}`, { cause: error });
  }
}
