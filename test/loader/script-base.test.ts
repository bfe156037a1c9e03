import { afterEach, expect, it, vi } from 'vitest';
import { scriptBase } from '../../src/loader/script-base.ts';

const own = (src: string) => Object.assign(document.createElement('script'), { src });
const running = (script: Element | null) =>
  vi.spyOn(Document.prototype, 'currentScript', 'get').mockReturnValue(script as HTMLScriptElement | null);

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(document, 'currentScript');
});

it('is where the running script lies', () => {
  running(own('https://quotes.test/shop/quotelet.js?v=2'));
  expect(scriptBase()).toBe('https://quotes.test/shop/');
});

it('asks the browser, not a property that a named element of the page put in front', () => {
  running(own('https://quotes.test/quotelet.js'));
  const image = Object.assign(document.createElement('img'), { src: 'https://evil.test/x.js' });
  Object.defineProperty(document, 'currentScript', { value: image, configurable: true });
  expect(scriptBase()).toBe('https://quotes.test/');
});

it.each([
  ['a module or a bundle', null],
  ['inline', document.createElement('script')],
])('guesses nothing where the script is %s', (_, script) => {
  running(script);
  expect(scriptBase).toThrow('<script src');
});
