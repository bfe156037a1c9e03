import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { Origin } from '../../contract/product/origin.ts';
import { Config } from './config.ts';
import { StartError } from './start-error.ts';

export interface LoadedConfig extends Config {
  /** Folder of the configuration file. */
  readonly folder: string;
  /** Folder of the products, absolute. */
  readonly productFolder: string;
}

/**
 * Reads and checks a configuration file.
 *
 * @throws StartError naming the file, the field and what is wrong with it.
 */
export function loadConfig(file: string): LoadedConfig {
  const path = resolve(file);
  const config = checked(Config, readJson(path), path);
  const folder = dirname(path);
  return { ...config, folder, productFolder: resolve(folder, config.products) };
}

/** The origins of `QUOTELET_ALLOWED_ORIGINS`, comma-separated. @throws StartError */
export function readOrigins(text: string | undefined): string[] {
  const origins = (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return checked(z.array(Origin), origins, 'QUOTELET_ALLOWED_ORIGINS');
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    throw new StartError(`${path}: ${(error as Error).message}`);
  }
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, name: string): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path, message }) => `  ${path.join('.') || '(all of it)'}: ${message}`,
  );
  throw new StartError([`${name} can't be used:`, ...problems].join('\n'));
}
