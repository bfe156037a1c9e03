import type { Hono } from 'hono';
import type { LoadedConfig } from './config/load-config.ts';
import type { Environment } from './config/read-environment.ts';
import type { AppEnv } from './http/app-env.ts';
import type { BodyTimeouts } from './http/body/body-timeouts.ts';
import type { Log } from './log.ts';

/** What runs beside the companion in its process: more routes of its server, and servers of its own. The demo is one. */
export interface Extension {
  /** Where it listens itself: `http://localhost:8788`. Undefined if nowhere. */
  readonly address: string | undefined;
  /** Origins whose pages may use the companion because of it. */
  readonly origins: readonly string[];
  /** Adds its routes behind those of the companion. `origins`: those whose pages may use the companion. */
  addRoutes(app: Hono<AppEnv>, companion: { readonly origins: ReadonlySet<string> }): void;
  /** Closes its own servers. */
  close(): Promise<void>;
}

/** What an extension may know of the companion. */
export interface ExtensionContext {
  readonly environment: Environment;
  readonly config: LoadedConfig;
  /** Where shoppers reach the companion, without a slash at the end. */
  readonly publicUrl: string;
  /** Where the companion listens. */
  readonly port: number;
  readonly timeouts: BodyTimeouts;
  readonly log: Log;
}

/** Opens an extension once the companion's port is known. @throws StartError */
export type OpenExtension = (context: ExtensionContext) => Promise<Extension>;

/** Loads the extension that a configuration asks for, if there is one. */
export type LoadExtension = (config: LoadedConfig) => Promise<OpenExtension | undefined>;
