import type { BridgeError } from '../bridge/bridge-error.ts';

/** Says in the frame why there is nothing in it: to whoever puts it on a page, who will see it first. */
export function refuse({ code, message }: Pick<BridgeError, 'code' | 'message'>): void {
  const text = document.createElement('p');
  text.role = 'alert';
  text.dataset['code'] = code;
  text.textContent = message;
  document.querySelector('main')!.replaceChildren(text);
}
