// What every page of the shop does: speak the language wished for, and show what is in the cart.
import { addToCart, cartLines } from './cart.mjs';
import { say } from './texts.mjs';

const { lang } = document.documentElement;

// The English sentence in the page is the key to its translations.
const sentence = (text) => say(text.trim().replace(/\s+/g, ' '));
for (const element of document.querySelectorAll('[data-text]'))
  element.textContent = sentence(element.textContent);
for (const element of document.querySelectorAll('[data-label]'))
  element.setAttribute('aria-label', sentence(element.getAttribute('aria-label')));
document.title = `${document.querySelector('h1').textContent} · Holt & Pane`;

document.querySelector(`.languages [lang=${lang}]`).setAttribute('aria-current', 'true');

if (lang !== 'en')
  for (const link of document.querySelectorAll('a[href*=".html"]'))
    link.setAttribute('href', `${link.getAttribute('href')}?lang=${lang}`);

function count() {
  document.querySelector('[data-cart-count]').textContent = cartLines().length;
}

function toast(name) {
  const text = document.createElement('p');
  const link = document.createElement('a');
  link.href = document.querySelector('.basket').href;
  link.textContent = say('View cart');
  text.append(`${name}: ${say('in your cart.')}`, link);
  const place = document.querySelector('.toast');
  place.replaceChildren(text);
  setTimeout(() => text.remove(), 8000);
}

document.addEventListener('cart', count);
addEventListener('storage', count);
document.addEventListener('widget.added_to_cart', (event) => {
  addToCart(event.detail);
  toast(event.detail.data.items[0].product_name);
});
count();
