import { fillTemplate } from './fill-template.ts';

/**
 * The URLs of one request, templates filled, each once. A leading "/" is this companion itself.
 *
 * @throws Error where a template names an unset variable; the start of the companion finds that out.
 */
export function webhookUrls(
  templates: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  publicUrl: string,
): string[] {
  const urls = templates.map((template) => {
    const filled = fillTemplate(template, environment).trim();
    const whole = filled.startsWith('/') ? publicUrl + filled : filled;
    // In normal form, so that two spellings of one URL are one; what is no URL is refused when it is called.
    return URL.parse(whole)?.href ?? whole;
  });
  return [...new Set(urls)];
}
