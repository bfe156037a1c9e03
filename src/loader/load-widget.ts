import type { Companion } from './companion.ts';

const FOLDER = 'quotelet';

/**
 * Imports the widget once per page, and again after a failure. Browsers remember a failed `import()` until the page is reloaded,
 * so each further attempt spells the folder differently (`%71uotelet`): the same place for every server, but another module
 * for the browser, as are the chunks that the widget imports relative to itself.
 *
 * @param base the folder above that of the chunks, with a trailing slash
 */
export function loadWidget(base: string, file: string): () => ReturnType<Companion['load']> {
  let widget: ReturnType<Companion['load']> | undefined;
  let failures = 0;
  const spell = (letter: string, i: number) =>
    i < failures ? '%' + letter.charCodeAt(0).toString(16) : letter;
  const load = () =>
    import(/* @vite-ignore */ `${base}${FOLDER.replace(/./g, spell)}/${file}`) as ReturnType<
      Companion['load']
    >;
  return () =>
    (widget ??= load().catch((error: unknown) => {
      failures++;
      widget = undefined;
      throw error;
    }));
}
