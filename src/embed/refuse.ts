import type { CodedError } from '../bridge/coded-error.ts';

/** Says in the frame why there is nothing in it: to whoever puts it on a page, who will see it first. */
export function refuse({ code, message }: Pick<CodedError, 'code' | 'message'>): void {
  const text = document.createElement('p');
  document.documentElement.lang = 'en';
  text.role = 'alert';
  text.dataset['code'] = code;
  text.textContent = message;
  document.querySelector('main')!.replaceChildren(text);
}
