import type { Context } from 'hono';
import { Origin } from '../../contract/product/origin.ts';
import { withoutMarks } from '../http/without-marks.ts';
import { refusalPage, refusalStyle } from './refusal-page.ts';
import type { AppEnv } from '../http/app-env.ts';
import type { Catalogue } from '../products/catalogue.ts';
import { sendScript, type Scripts } from './load-scripts.ts';

interface EmbedDependencies {
  readonly catalogue: Catalogue;
  readonly scripts: Scripts;
  /** Origins whose pages may use the companion, its own included. */
  readonly origins: ReadonlySet<string>;
}

/**
 * `GET /embed/{product}?parent=…`, `GET /embed/index.html?src=…&parent=…`: the document inside an iframe, for parents that
 * the product allows or, where it says nothing, the companion. Source: docs/PROTOCOL.md, requirement 2. What is wrong
 * stands in an HTML page, because it is seen in an iframe: 404 for an unknown product, 403 for a parent that isn't listed.
 */
export function embedRoute({
  catalogue,
  scripts,
  origins,
}: EmbedDependencies): (c: Context<AppEnv>) => Response {
  /** Tells the page around the frame what the refusal says. The build hashes its name. */
  const teller = [...scripts.keys()].find((path) => /^\/quotelet\/refusal-[^.]*\.js$/.test(path));

  return (c) => {
    const id = c.req.path.slice('/embed/'.length);
    const product = catalogue.get(id);
    const document = scripts.get('/embed/index.html');
    const listed = product?.published.allowed_origins;
    const allowed = listed ? new Set(listed) : origins;
    // Given twice, it is none: the frame might read the other one.
    const parents = new URL(c.req.url).searchParams.getAll('parent');
    const parent = parents.length ? parents.join(' ') : null;

    const refuse = (status: 403 | 404, code: string, title: string, ...paragraphs: string[]): Response => {
      // A page that may not show it is told nothing.
      const script =
        teller && parent !== null && allowed.has(parent)
          ? `${'../'.repeat(id.split('/').length)}${teller.slice(1)}`
          : undefined;
      const scriptPolicy = script ? "script-src 'self'; require-trusted-types-for 'script'; " : '';
      return new Response(refusalPage({ title, paragraphs, code, script }), {
        status,
        headers: {
          ...shared,
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': `default-src 'none'; ${scriptPolicy}style-src '${refusalStyle}'; base-uri 'none'; form-action 'none'; ${frameAncestors(allowed)}`,
          'Cache-Control': 'no-store',
        },
      });
    };

    if (!document)
      return refuse(404, 'not_built', 'The configurator is not there', 'Its files are yet to be built.');
    if (!product && id !== 'index.html')
      return refuse(
        404,
        'unknown_product',
        'There is no such product',
        `This companion has no product “${short(id)}”.`,
      );

    if (parent !== null && !Origin.safeParse(parent).success)
      return refuse(
        403,
        'no_parent',
        'The address of this frame is not right',
        `Its parent, “${short(parent)}”, is not an origin. Write the scheme and host of the page around it, such as https://shop.example, without a path or a slash at the end.`,
      );
    if (parent !== null && !allowed.has(parent))
      return refuse(
        403,
        'parent_not_allowed',
        'This page may not show the configurator',
        `${short(parent)} is not an allowed origin.`,
        listed
          ? `Whoever runs it can allow that: by adding the origin to “allowed_origins” of the product “${id}”.`
          : 'Whoever runs it can allow that: by adding the origin to “allowed_origins” of the companion’s configuration, or to QUOTELET_ALLOWED_ORIGINS.',
      );

    const policy = [
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
    const headers = {
      ...shared,
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-cache',
      // Its code would ask for the product only once it is there itself.
      ...(product && { Link: `<../api/v1/products/${id}>; rel=preload; as=fetch; crossorigin=anonymous` }),
    };
    return sendScript(c, document, headers, policy);
  };
}

/** A page with a `Cross-Origin-Embedder-Policy` shows only frames that have one, too; this one asks nothing of pictures. */
const shared = {
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cross-Origin-Embedder-Policy': 'credentialless',
};

const frameAncestors = (origins: ReadonlySet<string>): string => {
  // Policies have no words for IPv6 addresses, and browsers complain about them.
  const sources = [...origins].filter((origin) => !origin.includes('[')).sort();
  return `frame-ancestors ${sources.length > 0 ? sources.join(' ') : "'none'"}`;
};

/** As it was sent, but for its length and for characters that turn or hide what stands around them. */
function short(text: string): string {
  const plain = withoutMarks(text);
  return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain;
}
