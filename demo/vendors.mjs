// Three listeners as shops wrote them long before this configurator. The only thing they share is that they look at the
// origin: put in the configurator's, and nothing else changes.
const trusted = () => new URL(document.querySelector('iframe').src).origin;

// For iConfigure: objects with a name and a state; some versions sent them as JSON.
window.addEventListener(
  'message',
  function (event) {
    if (event.origin !== trusted()) return;
    var message = event.data;
    if (typeof message === 'string') {
      try {
        message = JSON.parse(message);
      } catch {
        return;
      }
    }
    if (!message || message.state !== 'finished') return;
    if (message.name === 'quotation') {
      window.hear(
        'quotation ' + message.quotation_id,
        { productId: message.productId, total: message.total, pdf_url: message.pdf_url },
        'iconfigure',
      );
    } else if (message.name === 'cart.action') {
      var chosen = {};
      message.items.forEach(function (product) {
        product.items.forEach(function (step) {
          step.repetitions.forEach(function (features) {
            features.forEach(function (feature) {
              chosen[feature.ID] = feature.selected ? feature.selected.name : feature.value;
            });
          });
        });
      });
      window.hear('cart.action ' + message.productId, { button: message.button_id, chosen }, 'iconfigure');
    }
  },
  false,
);

// For Quote3D: a type in capitals; the price and the weight, by either of its names.
window.addEventListener('message', (e) => {
  if (e.origin !== trusted()) return;
  const { type, data } = e.data ?? {};
  switch (type) {
    case 'QUOTE3D_RESIZE':
      document.querySelector('iframe').style.height = data.height + 'px';
      break;
    case 'QUOTE3D_RESULT':
    case 'QUOTE3D_ADD_TO_CART': {
      const { quoteId, totalPrice, currency, material, technology, quantity } = data;
      const grams = data.weight ?? data.filamentWeight;
      window.hear(type, { quoteId, totalPrice, currency, material, technology, quantity, grams }, 'quote3d');
    }
  }
});

// For Elfsquad: a JSON string with an id and nothing else; what it stands for is fetched from the server.
window.onmessage = (message) => {
  if (message.origin !== trusted() || typeof message.data !== 'string') return;
  const { action, argument } = JSON.parse(message.data);
  if (action === 'createQuotation') window.hear(action, argument, 'elfsquad');
};
