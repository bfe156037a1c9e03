import type { Pool } from 'undici';

/** What is posted: a new body or key for each request. */
export interface Target {
  readonly pool: Pool;
  readonly path: string;
  readonly request: () => { readonly body: string; readonly headers: Readonly<Record<string, string>> };
}

/** As many requests as `connections` keep going for so long; each waits for its answer. Returns answers a second. */
export async function load(
  { pool, path, request }: Target,
  connections: number,
  seconds: number,
): Promise<number> {
  const start = performance.now();
  const end = start + seconds * 1000;
  let answered = 0;
  const one = async () => {
    while (performance.now() < end) {
      const { statusCode, body } = await pool.request({ method: 'POST', path, ...request() });
      const text = await body.text();
      if (statusCode !== 201) throw new Error(`${path} answered ${statusCode}: ${text.slice(0, 500)}`);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  return answered / ((performance.now() - start) / 1000);
}
