import { createHash } from 'node:crypto';
import { html, Html } from '../http/html.ts';

const css = `
:root { color-scheme: light dark }
body { margin: 0; padding: 1.5rem; font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: anywhere }
h1 { margin: 0; font-size: 1.15rem; line-height: 1.3 }
p { margin: .5rem 0 0; max-width: 40rem }
`;

/** Its source in a Content-Security-Policy. */
export const refusalStyle = `sha256-${createHash('sha256').update(css).digest('base64')}`;

/** Whole, so that not a space comes between: the page's CSP knows the style by its hash. */
const style = new Html(`<style>${css}</style>`);

interface Refusal {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Stable, for programs. */
  readonly code: string;
  /** URL of what tells the page around the frame; undefined where that page must not be told. */
  readonly script?: string | undefined;
}

/** What an iframe shows in place of the configurator: what is wrong, and who can put it right, in plain words. */
export const refusalPage = ({ title, paragraphs, code, script }: Refusal): string =>
  html`<!doctype html>
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
    </html>`.text;
