import { dirname, resolve } from 'node:path';
import { Config } from './config.ts';
import { readJson } from './read-json.ts';
import { validate } from './validate.ts';

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
  const config = validate(Config, readJson(path), path);
  const folder = dirname(path);
  return { ...config, folder, productFolder: resolve(folder, config.products) };
}
