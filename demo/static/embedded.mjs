// The page says who it is: on a static host nobody else can. The rest is what any page with a bare iframe does.
document.addEventListener('DOMContentLoaded', () => {
  const query = new URLSearchParams({
    src: '../static/house-sign.json',
    parent: location.origin,
    lang: document.documentElement.lang,
    theme: 'auto',
  });
  document.querySelector('iframe').src = `../embed/index.html?${query}`;
});

addEventListener('message', ({ source, origin, data }) => {
  const frame = document.querySelector('iframe');
  if (!frame || source !== frame.contentWindow || origin !== location.origin) return;
  if (data?.source !== 'quotelet' || data.version !== 1) return;
  if (data.event === 'widget.resized') frame.style.height = `${data.data.height}px`;
  else frame.dispatchEvent(new CustomEvent(data.event, { detail: data, bubbles: true }));
  window.hear(data.event, data);
});
