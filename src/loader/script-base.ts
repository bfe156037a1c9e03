/**
 * The URL of the folder that the running script came from. Has to be read while it runs: later there is no current script.
 *
 * The getter is taken from the prototype, because `<img name="currentScript" src="…">` on a page that shows strangers'
 * markup hides `document.currentScript`, and would choose where our code comes from. There is no fallback for the same reason.
 *
 * @throws Error if the script is a module, part of a bundle, or inline
 */
export function scriptBase(): string {
  const script = Reflect.get(Document.prototype, 'currentScript', document) as { src?: string } | null;
  if (!script?.src) throw new Error('quotelet.js needs a tag of its own: <script src="…/quotelet.js" async>');
  return new URL('.', script.src).href;
}
