import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';

const css = `
:root { color-scheme: light dark }
body { margin: 0; padding: 1.5rem; font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: anywhere }
h1 { margin: 0; font-size: 1.15rem; line-height: 1.3 }
p { margin: .5rem 0 0; max-width: 40rem }
`;

/** Allows the page's style sheet in a Content-Security-Policy. */
export const refusalStyleHash = `sha256-${createHash('sha256').update(css).digest('base64')}`;

/** One piece, so that the formatter adds no space to it: the policy knows the style sheet by its hash. */
const style = raw(`<style>${css}</style>`);

interface Refusal {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Stable, for programs. */
  readonly code: RefusalCode;
  /** URL of the script that tells the page around the frame; undefined if that page must not be told. */
  readonly script?: string | undefined;
}

/** Why an iframe does not get the configurator. */
export type RefusalCode = 'not_built' | 'unknown_product' | 'no_parent' | 'parent_not_allowed';

/** The page that an iframe gets instead of the configurator. It says in plain words what is wrong and who can put it right. */
export async function refusalPage({ title, paragraphs, code, script }: Refusal): Promise<string> {
  const page = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${style} ${script && html`<script type="module" src="${script}"></script>`}
      </head>
      <body>
        <main data-code="${code}">
          <h1>${title}</h1>
          ${paragraphs.map((text) => html`<p>${text}</p>`)}
        </main>
      </body>
    </html>`;
  return page.toString();
}
