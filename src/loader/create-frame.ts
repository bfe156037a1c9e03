/** The iframe that shows an embed document: not in the document yet, and invisible until the product is on screen. */
export function createFrame(address: URL): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  address.searchParams.set('parent', origin);
  address.searchParams.set('port', '1');
  frame.part = 'frame';
  frame.title = 'Quotelet';
  frame.allow = 'clipboard-write';
  frame.inert = true;
  // It is laid out at its width, but transparent and without height of its own: what stands there meanwhile shows through.
  frame.style.cssText = 'display:block;width:100%;border:0;opacity:0;height:100svh;margin-bottom:-100svh';
  frame.src = address.href;
  return frame;
}
