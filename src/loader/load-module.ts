import { loadError } from './load-error.ts';

/**
 * Imports a module, again if need be: an `import()` that failed is remembered by the browser for as long as the page
 * lives, so the file is fetched first by a preload, which may fail as often as it likes.
 *
 * @throws {LoadError} `unreachable`.
 */
export async function loadModule(url: string): Promise<unknown> {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'preload', as: 'script', crossOrigin: '', href: url });
  await new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(loadError('unreachable', 'No answer from ' + url));
    document.head.append(link);
  }).finally(() => link.remove());
  return import(/* @vite-ignore */ url);
}
