import type { Context } from 'hono';
import { ApiError } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import type { Scripts } from './load-scripts.ts';
import { sendScript } from './send-script.ts';

/** `GET /quotelet.js`, `GET /quotelet/*`: for pages of any origin, as script tags are. @throws ApiError 404 */
export function scriptRoute(scripts: Scripts): (c: Context<AppEnv>) => Response {
  return (c) => {
    const script = scripts.get(c.req.path);
    if (!script) throw new ApiError(404, 'not_found', 'There is no such script.');
    return sendScript(c, script, {
      headers: {
        'Cache-Control': script.immutable
          ? 'public, max-age=31536000, immutable'
          : // Revalidated each time (mostly a 304): an old loader would ask for chunks that a deployment has replaced.
            'no-cache',
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        // Instead of a comment in the file, which every shopper would load.
        ...(scripts.has(`${c.req.path}.map`) && { SourceMap: `${c.req.path}.map` }),
      },
    });
  };
}
