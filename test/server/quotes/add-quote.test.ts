import { DomainEvent } from '../../../src/contract/event/domain-event.ts';
import { renderDeliveries } from '../../../src/server/webhooks/render-deliveries.ts';
import { afterEach, expect, it } from 'vitest';
import { AddQuoteAnswer } from '../../../src/contract/quote/add-quote.ts';
import type { ErrorBody, ErrorDetail } from '../../../src/contract/error/error-body.ts';
import { CartActionWebhook, QuotationCreatedWebhook } from '../../../src/contract/vendors/iconfigure.ts';
import { hookReceiver, until, type HookReceiver } from '../support/hook-receiver.ts';
import { cabinet, legacyStool } from '../support/products.ts';
import { describeStores } from '../support/stores.ts';
import {
  cabinetItems,
  cartSubmission,
  depth,
  jane,
  material,
  oiled,
  quoteSubmission,
  width,
} from '../support/submission.ts';
import { testCompanion, type TestCompanion } from '../support/test-companion.ts';

describeStores('add-quote', (place) => {
  let companion: TestCompanion;
  let receiver: HookReceiver;
  const start = async (): Promise<void> => {
    receiver = await hookReceiver();
    companion = await testCompanion(await place(), {
      products: [
        cabinet(`\${HOOK:-${receiver.url}}/hook`),
        legacyStool([
          `${receiver.url}/a`,
          `${receiver.url}/b`,
          `${receiver.url}/a`,
          '${EMPTY:-/demo/receiver}',
        ]),
      ],
      config: { demo: true },
    });
  };
  afterEach(async () => {
    await companion.stop();
    await receiver.close();
  });

  const send = (body: unknown, headers?: Record<string, string>) =>
    companion.post('/api/v1/add-quote', body, headers);
  const refused = async (body: unknown, headers?: Record<string, string>) => {
    const answer = await send(body, headers);
    const { error } = (await answer.json()) as ErrorBody;
    return { status: answer.status, code: error.code, details: error.details };
  };
  const counts = async () => {
    const count = async (
      table: 'quotations' | 'cart_actions' | 'events' | 'deliveries' | 'idempotency_keys',
    ) => (await companion.store.db.selectFrom(table).select('created_at').execute()).length;
    return {
      quotations: await count('quotations'),
      cart_actions: await count('cart_actions'),
      events: await count('events'),
      deliveries: await count('deliveries'),
      idempotency_keys: await count('idempotency_keys'),
    };
  };

  it('stores a cart action, answers with its own names and price, and sends the webhook', async () => {
    await start();
    const answer = await send(
      cartSubmission({ quantity: 2, shown_price: 1, extra_fields: { remarks: 'Hi', forged: 1 } }),
    );
    expect(answer.status).toBe(201);
    expect(answer.headers.get('content-type')).toBe('application/json');
    const body = AddQuoteAnswer.parse(await answer.json());
    if (body.path !== 'cart') throw new Error('not the cart path');
    // (100 + 900 / 10 + 2 drawers at 12.50) × 2
    expect(body).toMatchObject({ total_price: 430, currency: 'EUR' });
    expect(body.items).toEqual([
      {
        product_id: 'cabinet',
        product_name: 'Kast',
        image: expect.stringMatching(
          /^http:\/\/localhost:\d+\/api\/v1\/products\/cabinet\/drawing\.svg\?c=[\w-]+&lang=nl$/,
        ) as string,
        items: [
          {
            ID: 'body',
            repetitionAmount: 1,
            repetitions: [
              [
                {
                  ID: 'material',
                  feature_name: 'Materiaal',
                  type: 'single_selection',
                  value: 'oak',
                  selected: { ID: 'oak', name: 'Eiken', custom_properties: { sku: 'OAK-1' } },
                },
                { ID: 'width', feature_name: 'Width', type: 'number_input', value: 900 },
              ],
            ],
          },
          {
            ID: 'drawers',
            repetitionAmount: 2,
            repetitions: [
              [{ ID: 'depth', feature_name: 'Depth', type: 'number_input', value: 300 }],
              [{ ID: 'depth', feature_name: 'Depth', type: 'number_input', value: 400 }],
            ],
          },
        ],
      },
    ]);
    expect(
      body.lines.map(({ feature_id, repetition, display }) => [feature_id, repetition, display]),
    ).toEqual([
      ['material', 0, 'Eiken'],
      ['width', 0, '900 mm'],
      ['depth', 0, '300 mm'],
      ['depth', 1, '400 mm'],
    ]);
    expect(body.message).toEqual({
      name: 'cart.action',
      state: 'finished',
      button_id: 'cart',
      productId: 'cabinet',
      product_id: 'cabinet',
      dealer_id: null,
      dealer_product_id: null,
      language: 'NL',
      extra_fields: { quantity: 2, remarks: 'Hi' },
      items: body.items,
    });
    const [hook] = await receiver.arrived(1);
    expect([hook!.method, hook!.path, hook!.headers['content-type']]).toEqual([
      'POST',
      '/hook',
      'application/json',
    ]);
    const webhook = CartActionWebhook.parse(JSON.parse(hook!.body));
    expect(webhook).toEqual({
      event: 'cart.action',
      source: 'iconfigure',
      timestamp: body.created_at,
      data: {
        button_id: 'cart',
        product_id: 'cabinet',
        dealer_id: null,
        dealer_product_id: null,
        language: 'NL',
        extra_fields: { quantity: 2, remarks: 'Hi' },
        items: body.items,
      },
    });
    expect(await counts()).toEqual({
      quotations: 0,
      cart_actions: 1,
      events: 1,
      deliveries: 1,
      idempotency_keys: 0,
    });
    const row = await companion.store.db.selectFrom('cart_actions').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      id: body.submission_id,
      total: 43_000,
      shown_total: 100,
      quantity: 2,
      button_id: 'cart',
    });
    expect(companion.logged.find(({ event }) => event === 'shown_price_differs')?.fields).toMatchObject({
      shown_total: 100,
      total: 43_000,
    });
  });

  it('stores a quotation with customer and number, and sends quotation.created', async () => {
    await start();
    const answer = await send(
      quoteSubmission({
        dealer_id: 'd-7',
        dealer_product_id: 'dp-7',
        session_id: 's-1',
        product_version: '2',
        items: cabinetItems([material('beech'), width(1000.4), oiled(true)], []),
        extra_fields: {
          heard_from: 'friend',
          floor: 2,
          terms: true,
          wanted_by: '2026-09-30',
          remarks: ' Ring twice ',
        },
      }),
    );
    const body = AddQuoteAnswer.parse(await answer.json());
    if (body.path !== 'quotation') throw new Error('not the quotation path');
    const year = new Date().getUTCFullYear();
    expect(body).toMatchObject({ quotation_number: year * 100_000 + 1, total_price: 235, currency: 'EUR' });
    expect(body.pdf_url).toMatch(new RegExp(`^http://localhost:\\d+/quotations/${body.quotation_id}$`));
    expect(body.message).toEqual({
      name: 'quotation',
      state: 'finished',
      productId: 'cabinet',
      total: 235,
      quotation_id: body.quotation_id,
      pdf_url: body.pdf_url,
    });
    const [hook] = await receiver.arrived(1);
    const webhook = QuotationCreatedWebhook.parse(JSON.parse(hook!.body));
    expect(webhook).toEqual({
      event: 'quotation.created',
      source: 'iconfigure',
      timestamp: body.created_at,
      data: {
        quotation_id: body.quotation_id,
        quotation_number: body.quotation_number,
        pdf_url: body.pdf_url,
        total_price: 235,
        language: 'NL',
        status: 0,
        created_at: body.created_at,
        customer: {
          first_name: 'Jane',
          last_name: 'Doe',
          email: 'jane@example.com',
          phone: 612345678,
          address: {},
        },
        extra_fields: {
          remarks: 'Ring twice',
          heard_from: 'friend',
          floor: 2,
          terms: true,
          wanted_by: '2026-09-30',
        },
        company: { id: 'c-1', name: 'Test & Co', email: 'info@example.com' },
        product_id: 'cabinet',
        dealer_id: 'd-7',
        dealer_product_id: 'dp-7',
        items: body.items,
      },
    });
    const row = await companion.store.db.selectFrom('quotations').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      number: body.quotation_number,
      shown_version: '2',
      product_version: '3',
      session_id: 's-1',
    });
    await until(
      async () =>
        (await companion.store.db.selectFrom('deliveries').select('status').executeTakeFirst())?.status ===
        'delivered',
      'the delivery row',
    );
    expect(await companion.store.db.selectFrom('deliveries').selectAll().executeTakeFirst()).toMatchObject({
      dialect: 'iconfigure',
      attempts: 1,
      response_status: 200,
      reason: null,
      body: hook!.body,
    });
    const stored = await companion.store.db.selectFrom('events').selectAll().executeTakeFirstOrThrow();
    const event = DomainEvent.parse(JSON.parse(stored.payload!));
    expect(event).toMatchObject({
      id: stored.id,
      type: stored.type,
      data: { quotation_id: row.id, items: body.items, lines: body.lines, total_price: body.total_price },
    });
    // What is stored is all that its webhooks are made from.
    const [again] = renderDeliveries(event, [{ url: 'https://shop.example/', dialect: 'iconfigure' }]);
    expect(again!.body).toBe(hook!.body);
  });

  it('takes the legacy path for a product without outputs: every URL once, no button', async () => {
    await start();
    const items = [
      {
        product_id: 'stool',
        items: [
          {
            ID: 'seat',
            repetitionAmount: 1,
            repetitions: [[{ ID: 'height', type: 'number_input' as const, value: 450 }]],
          },
        ],
      },
    ];
    const answer = await send({ product_id: 'stool', language: 'en', items });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({
      path: 'cart',
      total_price: 49.95,
      message: { name: 'cart.action', button_id: null, product_id: 'stool' },
    });
    const hooks = await receiver.arrived(2);
    expect(hooks.map(({ path }) => path).sort()).toEqual(['/a', '/b']);
    expect(JSON.parse(hooks[0]!.body)).toMatchObject({
      event: 'cart.action',
      data: { button_id: null, language: 'EN' },
    });
    await until(async () => {
      const requests = (await (await companion.fetch('/demo/receiver/requests')).json()) as unknown[];
      return requests.length === 1;
    }, 'the webhook to the companion itself');
    expect((await counts()).deliveries).toBe(3);
  });

  it('says everything that is wrong with its path, and stores and sends nothing', async () => {
    await start();
    const body = quoteSubmission({
      customer: null,
      extra_fields: { heard_from: 'aunt', floor: 'two', wanted_by: '2026-02-30', remarks: 'x'.repeat(21) },
      quantity: 51,
      currency: 'JPY',
      items: cabinetItems(
        [material('walnut'), width(2000), { ID: 'bogus', type: 'text_input', value: 'x' }],
        [[depth(50)], [depth(9999)], []],
      ),
    });
    const { status, code, details } = await refused(body, { 'idempotency-key': 'k-1' });
    expect([status, code]).toEqual([422, 'validation_error']);
    const said = (details as { path: string; code: string }[]).map(
      (detail) => `${detail.path} ${detail.code}`,
    );
    expect(said.sort()).toEqual(
      [
        'customer required',
        'extra_fields.heard_from unknown_option',
        'extra_fields.floor wrong_type',
        'extra_fields.wanted_by bad_date',
        'extra_fields.remarks too_long',
        'quantity too_large',
        'currency unknown_currency',
        'items[0].items[0].repetitions[0][2].ID unknown_feature',
        'items[0].items[0].repetitions[0][0].value option_unavailable',
        'items[0].items[1].repetitions[0][0].value too_small',
        'items[0].items[1].repetitions[1][0].value too_large',
        'items[0].items[1].repetitions[2] required',
      ].sort(),
    );
    const reason = (details as { code: string; message: string }[]).find(
      (one) => one.code === 'option_unavailable',
    );
    expect(reason?.message).toContain('Noten tot 1200 mm');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(receiver.hooks).toEqual([]);
    expect(await counts()).toEqual({
      quotations: 0,
      cart_actions: 0,
      events: 0,
      deliveries: 0,
      idempotency_keys: 0,
    });
  });

  it.each([
    ['an unknown product', { product_id: 'ghost' }, 404, 'unknown_product'],
    ['an unknown output', { output_id: 'ghost' }, 422, 'unknown_output'],
    ['no output', { output_id: null }, 422, 'unknown_output'],
    ['an unknown button', { button_id: 'ghost' }, 422, 'unknown_button'],
    ['a name of Object', { button_id: '__proto__' }, 422, 'unknown_button'],
    ['a name of Map', { product_id: 'constructor' }, 404, 'unknown_product'],
    ['an output of no product', { product_id: 'stool', output_id: 'main' }, 422, 'unknown_output'],
    ['items of another product', { items: [{ product_id: 'stool', items: [] }] }, 422, 'validation_error'],
    ['two products', { items: [...cabinetItems(), ...cabinetItems()] }, 422, 'validation_error'],
    ['a fraction of a cabinet', { quantity: 1.5 }, 422, 'validation_error'],
    [
      'a bad e-mail address',
      { button_id: 'quote', customer: { ...jane, email: 'jane' } },
      422,
      'validation_error',
    ],
    ['no name', { button_id: 'quote', customer: { ...jane, last_name: ' ' } }, 422, 'validation_error'],
    ['a list', [], 422, 'validation_error'],
    ['null', null, 422, 'validation_error'],
  ])('refuses %s', async (_, more, status, code) => {
    await start();
    const body = more === null || Array.isArray(more) ? more : { ...cartSubmission(), ...more };
    expect(await refused(body)).toMatchObject({ status, code });
    expect((await counts()).events).toBe(0);
  });

  it('names the field that does not have the shape of a submission', async () => {
    await start();
    const items = structuredClone(cabinetItems());
    items[0]!.items[0]!.repetitions[0]![1]!.value = null as never;
    const { details } = await refused({ ...cartSubmission(), items });
    expect(details).toMatchObject([{ path: 'items[0].items[0].repetitions[0][1].value' }]);
  });

  it.each([1e308, 1e17, 1e14, -1e13])(
    'refuses a shown price of %d, which no column holds',
    async (shown_price) => {
      await start();
      expect(await refused(quoteSubmission({ shown_price }))).toMatchObject({
        status: 422,
        details: [{ path: 'shown_price' }],
      });
    },
  );

  it('takes twenty lines of an address and no more', async () => {
    await start();
    const lines = (count: number) =>
      quoteSubmission({
        customer: {
          ...jane,
          address: Object.fromEntries(Array.from({ length: count }, (_, n) => [`l${n}`, 'x'])),
        },
      });
    expect((await send(lines(20))).status).toBe(201);
    expect(await refused(lines(21))).toMatchObject({ status: 422, details: [{ path: 'customer.address' }] });
  });

  it('shows a quotation whatever price the browser says it showed', async () => {
    await start();
    for (const shown_price of [1e12, -1e12, 0.1]) {
      const { pdf_url } = (await (await send(quoteSubmission({ shown_price }))).json()) as {
        pdf_url: string;
      };
      const page = await companion.fetch(pdf_url.replace(companion.address, ''));
      expect([shown_price, page.status]).toEqual([shown_price, 200]);
    }
  });

  it('refuses ids with characters that no database holds', async () => {
    await start();
    const ids = ['dealer_id', 'dealer_product_id', 'session_id', 'product_version', 'output_id', 'button_id'];
    for (const id of [...ids, 'product_id'])
      expect(await refused({ ...cartSubmission(), [id]: 'a\u0000b' })).toMatchObject({
        status: 422,
        details: [{ path: id }],
      });
    const sketch = { ID: 'sketch', type: 'file_input', value: '\u0000' } as const;
    const items = cabinetItems([material('oak'), width(900), sketch], []);
    expect(await refused(cartSubmission({ items }))).toMatchObject({
      status: 422,
      details: [{ code: 'unknown_upload' }],
    });
    // In JSON the character is written out, so it can be stored.
    const customer = { ...jane, first_name: 'Ja\u0000ne' };
    expect((await send(quoteSubmission({ customer }))).status).toBe(201);
  });

  it('says at most a hundred errors, and refuses at once what is out of all proportion', async () => {
    await start();
    const wrong = (count: number) => {
      const empty = Array.from({ length: count }, () => ({}));
      const items = [
        { product_id: 'cabinet', items: [{ ID: 'body', repetitionAmount: 1, repetitions: [empty] }] },
      ];
      return refused({ ...cartSubmission(), items });
    };
    const many = await wrong(2000);
    expect([many.status, many.code]).toEqual([422, 'validation_error']);
    const details = many.details as ErrorDetail[];
    expect(details).toHaveLength(101);
    expect(details.at(-1)).toEqual({
      path: '',
      code: 'more',
      message: expect.stringMatching(/^… and \d+ more$/) as string,
    });
    expect(await wrong(150_000)).toMatchObject({
      status: 422,
      code: 'validation_error',
      details: [{ path: 'items', code: 'too_many_items' }],
    });
  });

  it('does not fill in a default for what the items leave out', async () => {
    await start();
    const { details } = await refused(cartSubmission({ items: cabinetItems([material('oak')], []) }));
    expect(details).toMatchObject([{ path: 'items[0].items[0]', code: 'required' }]);
  });

  it('asks for no contact on the cart path, and posts no message where the button has none', async () => {
    await start();
    expect((await send(cartSubmission({ customer: null }))).status).toBe(201);
    const silent = await send(quoteSubmission({ button_id: 'silent' }));
    expect(await silent.json()).toMatchObject({ path: 'quotation', message: null });
    const message = await send(cartSubmission({ button_id: 'message' }));
    expect(await message.json()).toMatchObject({
      path: 'cart',
      message: { name: 'cart.action', button_id: 'message' },
    });
    await receiver.arrived(1);
    expect((await counts()).deliveries).toBe(1);
  });

  it('prices in another currency of the product', async () => {
    await start();
    const answer = await send(cartSubmission({ currency: 'USD', items: cabinetItems(undefined, []) }));
    expect(await answer.json()).toMatchObject({ currency: 'USD', total_price: 209 });
  });

  it.each([
    ['malformed JSON', '{"product_id":', {}, 400, 'invalid_json'],
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), {}, 400, 'invalid_json'],
    ['another content type', '{}', { 'content-type': 'text/plain' }, 415, 'unsupported_media_type'],
    ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported_media_type'],
    ['a body too large', `"${'x'.repeat(600 * 1024)}"`, {}, 413, 'too_large'],
    ['a bad idempotency key', '{}', { 'idempotency-key': 'with space' }, 400, 'invalid_idempotency_key'],
    ['a long idempotency key', '{}', { 'idempotency-key': 'x'.repeat(256) }, 400, 'invalid_idempotency_key'],
  ])('refuses %s', async (_, body, headers, status, code) => {
    await start();
    const answer = await companion.fetch('/api/v1/add-quote', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    expect([answer.status, ((await answer.json()) as ErrorBody).error.code]).toEqual([status, code]);
  });

  it('refuses a body of unknown length', async () => {
    await start();
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{}'));
        controller.close();
      },
    });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' };
    const answer = await companion.fetch('/api/v1/add-quote', init);
    expect([answer.status, ((await answer.json()) as ErrorBody).error.code]).toEqual([
      411,
      'length_required',
    ]);
  });
});
