import { cartLines, removeFromCart } from './cart.mjs';
import { money, say } from './texts.mjs';

/** An element with attributes and children: `el('p', {class: 'x'}, 'text')`. */
function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** What was chosen, one row a line; rows of repeated steps say which one they belong to. */
function summary(lines) {
  const repeated = new Set(
    lines.filter(({ repetition }) => repetition > 0).map(({ step_name }) => step_name),
  );
  const rows = lines.map(({ step_name, repetition, feature_name, display }) => {
    const prefix = repeated.has(step_name) ? `${step_name} ${repetition + 1}, ` : '';
    return el('div', {}, el('dt', {}, prefix + feature_name), el('dd', {}, display));
  });
  return el('dl', {}, ...rows);
}

function row(line) {
  const remove = el('button', { type: 'button' }, say('Remove'));
  remove.setAttribute('aria-label', `${say('Remove')}: ${line.name}`);
  remove.addEventListener('click', () => {
    removeFromCart(line.id);
    document.querySelector('h1').focus();
  });
  const amount = el(
    'div',
    { class: 'amount' },
    el('strong', {}, money(line.total, line.currency)),
    el('span', {}, `${say('Quantity')} ${line.quantity}`),
    el('div', {}, remove),
  );
  const image = line.image ? el('img', { src: line.image, alt: '', width: '136', height: '136' }) : '';
  const text = el('div', {}, el('h2', {}, line.name), summary(line.lines));
  return el('li', {}, el('div', {}, image), text, amount);
}

function sums(lines) {
  const totals = Map.groupBy(lines, ({ currency }) => currency);
  return [...totals].map(([currency, of]) => {
    const sum = of.reduce((total, line) => total + Math.round((line.total ?? 0) * 100), 0) / 100;
    return el('div', { class: 'sum' }, el('span', {}, say('Total')), el('strong', {}, money(sum, currency)));
  });
}

function show() {
  const lines = cartLines();
  const place = document.querySelector('[data-cart]');
  if (lines.length) place.replaceChildren(el('ul', { class: 'lines' }, ...lines.map(row)), ...sums(lines));
  else place.replaceChildren(el('p', { class: 'empty' }, say('Nothing in it yet.')));
}

document.querySelector('h1').tabIndex = -1;
document.addEventListener('cart', show);
addEventListener('storage', show);
show();
