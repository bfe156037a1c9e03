// Four configurators, one cart. Messages of the bare iframe become events of the page, as those of the elements are.
addEventListener('message', ({ source, origin, data }) => {
  const frame = document.querySelector('iframe.frame');
  if (!frame || source !== frame.contentWindow || origin !== new URL(frame.src).origin) return;
  if (data?.source !== 'quotelet' || data.version !== 1) return;
  if (data.event === 'widget.resized') frame.style.height = `${data.data.height}px`;
  else frame.dispatchEvent(new CustomEvent(data.event, { detail: data, bubbles: true }));
});

for (const name of ['widget.added_to_cart', 'quotation.created'])
  document.addEventListener(name, ({ target, detail: { event, data } }) => {
    const where = target.closest('section').querySelector('h2').textContent;
    const { product_id, quantity, total_price, currency } = data;
    window.hear(`${where}: ${event}`, { product_id, quantity, total_price, currency });
  });
