/** Focuses an element, once; but not while the shopper is typing in a field, which happens when it is the page that submits. */
export const takeFocus = (element: HTMLElement | null) => {
  if (!element || element.dataset['seen']) return;
  element.dataset['seen'] = '1';
  const { activeElement } = element.getRootNode() as ShadowRoot;
  if (!activeElement?.matches('input,textarea')) element.focus();
  element.scrollIntoView({ block: 'nearest' });
};
