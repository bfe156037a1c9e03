import { expect, it } from 'vitest';
import type { WebhookDialect } from '../../../src/dialects/dialect.ts';
import { renderDeliveries } from '../../../src/server/webhooks/render-deliveries.ts';
import { addedToCart, quotationCreated } from '../../dialects/support/events.ts';

let rendered = 0;
const dialect: WebhookDialect = {
  bodies: {
    'quotation.created'({ data }) {
      rendered += 1;
      return { number: data.quotation_number };
    },
  },
  headers: () => ({}),
  acknowledgedBy: '2xx',
  retryDelays: [],
};

it('renders an event once for all that speak one dialect, each by a delivery of its own', () => {
  const destinations = ['https://a.example/', 'https://b.example/'].map((url) => ({ url, dialect: 'one' }));
  const deliveries = renderDeliveries(quotationCreated(), destinations, { one: dialect });
  expect(rendered).toBe(1);
  expect(deliveries.map(({ url, body }) => [url, body])).toEqual([
    ['https://a.example/', '{"number":202600001}'],
    ['https://b.example/', '{"number":202600001}'],
  ]);
  expect(new Set(deliveries.map(({ id }) => id)).size).toBe(2);
  expect(deliveries[0]).toMatchObject({
    event_id: 'event-1',
    dialect: 'one',
    status: 'pending',
    attempts: 0,
  });
});

it('sends nothing where the dialect does not say the event', () => {
  const destinations = [{ url: 'https://a.example/', dialect: 'one' }];
  expect(renderDeliveries(addedToCart(), destinations, { one: dialect })).toEqual([]);
});
