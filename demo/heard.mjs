// Prints what a page of this shop hears, newest first: `window.hear(title, value, place)`.
const most = 12;

window.hear = (title, value, place = '') => {
  const article = document.createElement('article');
  const heading = document.createElement('h3');
  const body = document.createElement('pre');
  heading.textContent = `${new Date().toLocaleTimeString(document.documentElement.lang)} · ${title}`;
  body.textContent = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  body.tabIndex = 0;
  article.append(heading, body);
  const list = document.querySelector(`[data-heard="${place}"]`);
  list.querySelector('.empty')?.remove();
  list.prepend(article);
  while (list.children.length > most) list.lastElementChild.remove();
};
