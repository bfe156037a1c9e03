import type { Page } from '@playwright/test';
import { companion } from './origins.ts';

interface Served {
  readonly body: string;
  /** Goes in front of the loader's tag, which `script` may replace. */
  readonly head?: string;
  readonly script?: string;
  readonly headers?: Record<string, string>;
  readonly origin?: string;
}

/** Serves a merchant's page on any origin, with the companion's script. @returns its URL */
export async function servePage(
  page: Page,
  {
    body,
    head = '',
    script = `<script src="${companion}/quotelet.js" async></script>`,
    headers = {},
    origin = companion,
  }: Served,
): Promise<string> {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A shop</title>
    <link rel="icon" href="${companion}/images/holt-and-pane.svg">${head}${script}</head><body><main>${body}</main></body></html>`;
  if (origin === companion) {
    const url = `${origin}/page-of-a-test.html`;
    await page.route(url, (route) =>
      route.fulfill({ body: html, contentType: 'text/html; charset=utf-8', headers }),
    );
    return url;
  }
  // Chromium treats a page that Playwright fulfils as one from the internet, which may not access this machine.
  const url = `${origin}/made-up/${crypto.randomUUID()}.html`;
  await page.request.put(url, { data: { html, headers } });
  return url;
}
