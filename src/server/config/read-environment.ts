import { z } from 'zod';
import { readOrigins } from './read-origins.ts';
import { StartError } from './start-error.ts';

/** The settings from the environment variables, read once. */
export interface Environment {
  readonly port: number;
  /** Address to listen on; undefined for all. */
  readonly host: string | undefined;
  /** Where the demo's shop of another origin listens; undefined for one port above. */
  readonly demoShopPort: number | undefined;
  readonly dataFolder: string;
  readonly configFile: string;
  readonly allowedOrigins: readonly string[];
  readonly development: boolean;
  readonly databaseUrl: string | undefined;
  readonly publicUrl: string | undefined;
  /** For the templates in webhook URLs. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

const Port = z.coerce.number().int().min(0).max(65_535);

/** Reads the environment variables of docs/operations.md. Empty ones count as unset. @throws StartError */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const readPort = (name: string): number | undefined => {
    const port = variables[name] ? Port.safeParse(variables[name]) : undefined;
    if (port?.success === false)
      throw new StartError(`${name} must be a number from 0 to 65535, not "${variables[name]}"`);
    return port?.data;
  };
  const port = readPort('PORT') ?? 8787;
  const mode = variables['QUOTELET_ENV'] || 'production';
  if (mode !== 'development' && mode !== 'production') {
    throw new StartError(`QUOTELET_ENV must be "development" or "production", not "${mode}"`);
  }
  const databaseUrl = variables['DATABASE_URL'] || undefined;
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new StartError('DATABASE_URL must begin with postgres://');
  }
  const publicUrl = variables['QUOTELET_PUBLIC_URL'] || undefined;
  if (publicUrl !== undefined && !/^https?:$/.test(URL.parse(publicUrl)?.protocol ?? '')) {
    throw new StartError(`QUOTELET_PUBLIC_URL must be an http(s) URL, not "${publicUrl}"`);
  }
  return {
    port,
    host: variables['HOST'] || undefined,
    demoShopPort: readPort('DEMO_SHOP_PORT') ?? (port === 0 ? 0 : undefined),
    dataFolder: variables['QUOTELET_DATA'] || './data',
    configFile: variables['QUOTELET_CONFIG'] || 'demo/quotelet.config.json',
    allowedOrigins: readOrigins(variables['QUOTELET_ALLOWED_ORIGINS']),
    development: mode === 'development',
    databaseUrl,
    publicUrl: publicUrl?.replace(/\/+$/, ''),
    variables,
  };
}
