// The cart of this shop: a list in the browser's own storage. A real shop would keep it on its server, and would take
// prices from the companion's answer rather than from the page.
const KEY = 'holt-and-pane-cart';
let kept = [];

/** What is in the cart, oldest first: `{id, page, name, image, lines, quantity, total, currency}`. */
export function cartLines() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]');
  } catch {
    // Storage is closed to us, or holds something else: the cart lasts as long as the page.
    return kept;
  }
}

function keep(lines) {
  kept = lines;
  try {
    localStorage.setItem(KEY, JSON.stringify(lines));
  } catch {
    // As above.
  }
  document.dispatchEvent(new Event('cart'));
}

/** Adds what `widget.added_to_cart` says, once an event however often it is heard. */
export function addToCart({ id, data }) {
  const lines = cartLines();
  if (lines.some((line) => line.id === id)) return;
  const [product] = data.items;
  keep([
    ...lines,
    {
      id,
      page: location.pathname,
      name: product.product_name,
      image: product.image,
      lines: data.lines.map(({ step_name, repetition, feature_name, display }) => ({
        step_name,
        repetition,
        feature_name,
        display,
      })),
      quantity: data.quantity,
      total: data.total_price,
      currency: data.currency,
    },
  ]);
}

export function removeFromCart(id) {
  keep(cartLines().filter((line) => line.id !== id));
}
