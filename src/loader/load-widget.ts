import type { Companion } from './companion.ts';

const FOLDER = 'quotelet';

/**
 * Imports the widget once a page, and anew after a failure. A failed `import()` is remembered by the browser for as long
 * as the page lives, so each further try spells the folder another way (`%71uotelet`): the same place to every server,
 * another module to the browser, and so are the chunks that the widget imports from beside itself.
 *
 * @param base where the folder of the chunks lies, with a slash at its end.
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
