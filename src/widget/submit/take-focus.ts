/** Takes the focus, once. */
export const takeFocus = (element: HTMLElement | null) => {
  if (!element || element.dataset['seen']) return;
  element.dataset['seen'] = '1';
  element.focus();
  element.scrollIntoView({ block: 'nearest' });
};
