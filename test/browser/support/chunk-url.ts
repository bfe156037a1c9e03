import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../dist/quotelet');

/**
 * The URL of a built chunk, as a pattern for `page.route`.
 *
 * @throws Error if the build has no such chunk: a route that matches nothing would make its test pass for no reason.
 */
export function chunkUrl(name: string): RegExp {
  const file = new RegExp(`^${name}-[\\w-]{6}\\.js$`);
  const found = readdirSync(folder).filter((each) => file.test(each));
  if (found.length !== 1) throw new Error(`Expected one chunk ${name}, found ${found.length}`);
  return new RegExp(`/quotelet/${name}-[\\w-]{6}\\.js$`);
}
