import type { Context } from 'hono';
import type { AppEnv } from '../http/app-env.ts';
import type { Store } from './store.ts';

/** `GET /healthz`: 200 as long as the database answers. */
export function healthRoute({ db }: Pick<Store, 'db'>): (c: Context<AppEnv>) => Promise<Response> {
  return async () => {
    await db.selectFrom('quotation_counters').select('year').limit(1).execute();
    return new Response('ok', { headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' } });
  };
}
