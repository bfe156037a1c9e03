import type { Context } from 'hono';
import type { AppEnv } from '../http/app-env.ts';
import type { Catalogue } from '../products/catalogue.ts';
import type { Scripts } from './load-scripts.ts';
import { embedRefusal, notBuilt, type EmbedRefusal } from './embed-refusal.ts';
import { refusalPage, refusalStyleHash } from './refusal-page.ts';
import { sendScript } from './send-script.ts';

export interface EmbedOptions {
  readonly catalogue: Catalogue;
  readonly scripts: Scripts;
  /** Origins whose pages may use the companion, its own included. */
  readonly origins: ReadonlySet<string>;
}

/**
 * `GET /embed/{product}?parent=…`, `GET /embed/index.html?src=…&parent=…`: the document inside an iframe, for the parents
 * that the product allows or, where it says nothing, the companion. Source: docs/PROTOCOL.md, requirement 2. A refusal is an
 * HTML page, because it is seen in an iframe: 404 for an unknown product, 403 for a parent that is not listed.
 */
export function embedRoute(options: EmbedOptions): (c: Context<AppEnv>) => Response | Promise<Response> {
  const { catalogue, scripts } = options;
  /** Tells the page around the frame about a refusal. The build puts a hash in its name. */
  const refusalScript = [...scripts.keys()].find((path) => /^\/quotelet\/refusal-[^.]*\.js$/.test(path));

  return (c) => {
    const id = c.req.path.slice('/embed/'.length);
    const product = catalogue.get(id);
    const document = scripts.get('/embed/index.html');
    const listed = product?.published.allowed_origins;
    const allowed = listed ? new Set(listed) : options.origins;
    // Several of them make one that is no origin, and is refused: the frame might read another one than we do.
    const parents = new URL(c.req.url).searchParams.getAll('parent');
    const parent = parents.length ? parents.join(' ') : null;
    const refusal = embedRefusal({
      id,
      built: document !== undefined,
      known: product !== undefined,
      parent,
      allowed,
      byProduct: listed !== undefined,
    });
    if (refusal || !document) {
      // A page that may not show the frame is told nothing.
      const tellsParent = refusalScript && parent !== null && allowed.has(parent);
      const script = tellsParent
        ? `${'../'.repeat(id.split('/').length)}${refusalScript.slice(1)}`
        : undefined;
      return refuse(refusal ?? notBuilt, { allowed, script });
    }
    const policy = documentPolicy(allowed);
    const headers = {
      ...sharedHeaders,
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-cache',
      // The document's own code would not ask for the product before it is loaded itself.
      ...(product && { Link: `<../api/v1/products/${id}>; rel=preload; as=fetch; crossorigin=anonymous` }),
    };
    return sendScript(c, document, { headers, policy });
  };
}

async function refuse(
  { status, code, title, paragraphs }: EmbedRefusal,
  { allowed, script }: { readonly allowed: ReadonlySet<string>; readonly script: string | undefined },
): Promise<Response> {
  const scriptPolicy = script ? "script-src 'self'; require-trusted-types-for 'script'; " : '';
  return new Response(await refusalPage({ title, paragraphs, code, script }), {
    status,
    headers: {
      ...sharedHeaders,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; ${scriptPolicy}style-src '${refusalStyleHash}'; base-uri 'none'; form-action 'none'; ${frameAncestors(allowed)}`,
      'Cache-Control': 'no-store',
    },
  });
}

const documentPolicy = (allowed: ReadonlySet<string>): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' https: data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    frameAncestors(allowed),
  ].join('; ');

/** A page with a `Cross-Origin-Embedder-Policy` shows only frames that have one, too; this one asks nothing of pictures. */
const sharedHeaders = {
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cross-Origin-Embedder-Policy': 'credentialless',
};

function frameAncestors(origins: ReadonlySet<string>): string {
  // Policies have no syntax for IPv6 addresses, and browsers complain about them.
  const sources = [...origins].filter((origin) => !origin.includes('[')).sort();
  return `frame-ancestors ${sources.length > 0 ? sources.join(' ') : "'none'"}`;
}
