import type { CodedError } from '../element-api/coded-error.ts';

/** Says in the frame why there is nothing in it, for whoever puts it on a page. */
export function refuse({ code, message }: Pick<CodedError, 'code' | 'message'>): void {
  const text = document.createElement('p');
  document.documentElement.lang = 'en';
  text.role = 'alert';
  text.dataset['code'] = code;
  text.textContent = message;
  document.querySelector('main')!.replaceChildren(text);
}
