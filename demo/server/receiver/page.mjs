/** The receiver's page: fetches what arrived whenever the companion says that something changed. Text only, never HTML. */

const list = document.getElementById('requests');
const empty = document.getElementById('empty');
const status = document.getElementById('status');
const template = document.getElementById('request');
const shown = new Map();

/** Tells one request from another; the receiver numbers none. */
const keyOf = (request) => `${request.received_at} ${request.path} ${request.body}`;

async function refresh() {
  const requests = await (await fetch('/demo/receiver/requests')).json();
  const keys = new Set(requests.map(keyOf));
  for (const [key, element] of shown) {
    if (keys.has(key)) continue;
    element.remove();
    shown.delete(key);
  }
  for (const request of requests) {
    const key = keyOf(request);
    if (shown.has(key)) continue;
    const element = show(request);
    shown.set(key, element);
    list.prepend(element);
  }
  list.querySelectorAll('li > details').forEach((details, index) => {
    if (index === 0 && !details.dataset.seen) details.open = true;
    details.dataset.seen = 'yes';
  });
  empty.hidden = requests.length > 0;
  status.textContent = `${requests.length} ${requests.length === 1 ? 'request' : 'requests'}, live`;
}

function show({ method, path, headers, body, received_at }) {
  const element = template.content.cloneNode(true).querySelector('li');
  const json = parse(body);
  element.querySelector('.event').textContent = json?.event ?? method;
  element.querySelector('.product').textContent = json?.data?.product_id ?? '';
  const time = element.querySelector('time');
  time.dateTime = received_at;
  time.textContent = new Date(received_at).toLocaleTimeString();
  element.querySelector('.line').textContent = `${method} ${path}, ${body.length} characters`;
  const pre = element.querySelector('.body');
  if (json === undefined) pre.textContent = body || '(no body)';
  else pre.append(...coloured(JSON.stringify(json, null, 2)));
  element.querySelector('.headers pre').textContent = Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
  return element;
}

function parse(body) {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Indented JSON as text nodes and coloured spans. */
function* coloured(json) {
  let end = 0;
  for (const found of json.matchAll(
    /("(?:[^"\\]|\\.)*")(:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/g,
  )) {
    yield json.slice(end, found.index);
    const span = document.createElement('span');
    span.className = found[2] ? 'key' : found[1] ? 'string' : 'number';
    span.textContent = found[1] ?? found[0];
    yield span;
    yield found[2] ?? '';
    end = found.index + found[0].length;
  }
  yield json.slice(end);
}

document
  .getElementById('clear')
  .addEventListener('click', () => fetch('/demo/receiver', { method: 'DELETE' }));
const changes = new EventSource('/demo/receiver/changes');
changes.addEventListener('change', () => void refresh());
changes.addEventListener('error', () => (status.textContent = 'Waiting for the companion…'));
