/** Takes the focus, once; but not out of a field in which the shopper types, when it was the page that submitted. */
export const takeFocus = (element: HTMLElement | null) => {
  if (!element || element.dataset['seen']) return;
  element.dataset['seen'] = '1';
  const { activeElement } = element.getRootNode() as ShadowRoot;
  if (!activeElement?.matches('input,textarea')) element.focus();
  element.scrollIntoView({ block: 'nearest' });
};
