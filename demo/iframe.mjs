// All that a page with a bare iframe needs. Anybody may post anything to a window, so the listener looks first at who speaks:
// this very frame, while it still shows a page of that very origin.
addEventListener('message', ({ source, origin, data }) => {
  const frame = document.querySelector('iframe');
  if (!frame || source !== frame.contentWindow || origin !== new URL(frame.src).origin) return;
  if (data?.source === 'quotelet' && data.version === 1) {
    if (data.event === 'widget.resized') frame.style.height = `${data.data.height}px`;
    // As if the configurator stood in the page itself: shop.mjs hears the event and fills the cart.
    else frame.dispatchEvent(new CustomEvent(data.event, { detail: data, bubbles: true }));
  }
  window.hear(...named(data));
});

/** Who would take a message: this page, or a listener that was written for another system. */
function named(data) {
  if (data?.source === 'quotelet') return [data.event ?? data.type, data];
  if (typeof data === 'string') return [`Elfsquad: ${JSON.parse(data).action}`, data];
  return data?.type ? [`Quote3D: ${data.type}`, data] : [`iConfigure: ${data?.name}`, data];
}
