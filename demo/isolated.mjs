// The element is the same wherever its code runs: its events bubble on this page, and shop.mjs fills the cart from them.
const events = [
  'widget.ready',
  'configuration.changed',
  'price.changed',
  'widget.step_changed',
  'widget.validation_failed',
  'widget.submitting',
  'quotation.created',
  'widget.added_to_cart',
  'widget.error',
];

for (const name of events) document.addEventListener(name, (event) => window.hear(name, event.detail));
