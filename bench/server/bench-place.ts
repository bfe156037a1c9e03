import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder with a configuration of a companion in it, which sells the demo's products without counting requests. */
export function benchPlace(): { readonly folder: string; readonly config: string } {
  const folder = mkdtempSync(join(tmpdir(), 'quotelet-bench-'));
  const config = join(folder, 'quotelet.config.json');
  writeFileSync(
    config,
    JSON.stringify({
      company: { id: 'bench', name: 'Bench', email: 'bench@example.com' },
      products: join(import.meta.dirname, '../../demo/products'),
      rate_limit: false,
    }),
  );
  return { folder, config };
}
