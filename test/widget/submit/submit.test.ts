import { http, HttpResponse, type HttpHandler } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AddQuoteBody } from '../../../src/contract/quote/add-quote.ts';
import { clearPage, mountProduct, server, tick, type, type OnPage } from '../support/mount-product.ts';
import { everything, shelf } from '../support/products.ts';

/** What the companion received. */
let received: { key: string | null; body: AddQuoteBody }[] = [];
const companion = setupServer();
const addQuote = (answer: (body: AddQuoteBody) => Response | Promise<Response>): HttpHandler =>
  http.post(`${server}api/v1/add-quote`, async ({ request }) => {
    const body = (await request.json()) as AddQuoteBody;
    received.push({ key: request.headers.get('Idempotency-Key'), body });
    return answer(body);
  });

const common = ({ items }: AddQuoteBody) => ({
  total_price: 400,
  currency: 'EUR',
  created_at: '2026-01-01T00:00:00.000Z',
  items,
  lines: [],
});
const cart = (body: AddQuoteBody) =>
  HttpResponse.json(
    { path: 'cart', submission_id: 'sub_1', ...common(body), message: { name: 'cart.action' } },
    { status: 201 },
  );
const quotation = (body: AddQuoteBody) =>
  HttpResponse.json(
    {
      path: 'quotation',
      quotation_id: 'quo_1',
      quotation_number: 202600001,
      pdf_url: `${server}q/1`,
      ...common(body),
      message: { name: 'quotation' },
    },
    { status: 201 },
  );
const refusal = (status: number, details: unknown, code = 'validation_error') =>
  HttpResponse.json({ error: { code, message: 'The shop says no', details } }, { status });

beforeAll(() => companion.listen({ onUnhandledFrame: 'error' }));
afterAll(() => companion.close());
beforeEach(() => {
  received = [];
});
afterEach(() => {
  clearPage();
  companion.resetHandlers();
  vi.restoreAllMocks();
});

const press = (page: OnPage, id: string) => page.$<HTMLButtonElement>(`button[value=${id}]`).click();
const names = (page: OnPage) => page.heard.map(({ event }) => event);

/** Messages posted to the page in other systems' dialects. */
function messages(): unknown[] {
  const posted: unknown[] = [];
  vi.spyOn(window, 'postMessage').mockImplementation((message: unknown, target?: unknown) => {
    expect(target).toBe(location.origin);
    if ((message as { source?: string }).source !== 'quotelet') posted.push(message);
  });
  return posted;
}

async function fillContact(page: OnPage): Promise<void> {
  await vi.waitFor(() => page.$('[name="customer.email"]'));
  type(page.$('[name="customer.first_name"]'), 'Ada');
  type(page.$('[name="customer.last_name"]'), 'Byron');
  type(page.$('[name="customer.email"]'), 'ada@example.com');
  type(page.$('[name="extra_fields.company"]'), 'Engines');
}
const sendContact = (page: OnPage) =>
  page.$<HTMLFormElement>('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));

describe('the cart', () => {
  test('goes straight to the companion, then to the page: event first, message after it', async () => {
    companion.use(addQuote(cart));
    const posted = messages();
    const page = await mountProduct(shelf, { select: '{"quantity":1,"boards":[{"colour":"black"},{}]}' });
    press(page, 'cart');
    await vi.waitFor(() => expect(page.text()).toContain('Added to the cart'));
    expect(names(page).slice(-2)).toEqual(['widget.submitting', 'widget.added_to_cart']);
    expect(posted).toEqual([{ name: 'cart.action' }]);
    expect(page.last('widget.added_to_cart')).toMatchObject({
      button_id: 'cart',
      output_id: 'main',
      submission_id: 'sub_1',
      total_price: 400,
      currency: 'EUR',
      answer: { path: 'cart' },
    });
    expect(received).toHaveLength(1);
    const { key, body } = received[0]!;
    expect(key).toMatch(/^(\d+-){3}\d+$/);
    expect(body).toMatchObject({
      output_id: 'main',
      button_id: 'cart',
      product_id: 'shelf',
      product_version: '1',
      language: 'en',
      quantity: 1,
      shown_price: 400,
      items: [
        {
          product_id: 'shelf',
          product_name: 'Shelf',
          items: [
            { ID: 'body', repetitionAmount: 1 },
            {
              ID: 'boards',
              repetitionAmount: 2,
              repetitions: [[{ ID: 'colour', value: 'black' }], [{ value: 'white' }]],
            },
          ],
        },
      ],
    });
    expect(body).not.toHaveProperty('customer');
    await vi.waitFor(() => expect(page.root.activeElement?.className).toBe('success'));
  });

  test('is submitted once by a double click, and again on purpose with another key', async () => {
    companion.use(addQuote(cart));
    messages();
    const page = await mountProduct(shelf);
    press(page, 'cart');
    press(page, 'cart');
    await vi.waitFor(() => expect(page.text()).toContain('Added to the cart'));
    press(page, 'cart');
    await tick();
    expect(received).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    press(page, 'cart');
    await vi.waitFor(() => expect(received).toHaveLength(2));
    expect(received[0]!.key).not.toBe(received[1]!.key);
  });

  test('is thanked for until the configuration changes', async () => {
    companion.use(addQuote(cart));
    messages();
    const page = await mountProduct(shelf);
    await page.mounted.submit('cart');
    await vi.waitFor(() => expect(page.text()).toContain('Added to the cart'));
    page.mounted.update({ currency: 'USD' });
    await page.mounted.getConfiguration();
    expect(page.text()).toContain('Added to the cart');
    await page.mounted.select({ width: 1000 });
    await vi.waitFor(() => expect(page.text()).not.toContain('Added to the cart'));
    await page.mounted.submit('cart');
    await vi.waitFor(() => expect(page.text()).toContain('Added to the cart'));
  });

  test('is a new submission after a change, however soon', async () => {
    companion.use(addQuote(cart));
    messages();
    const page = await mountProduct(shelf);
    await page.mounted.submit('cart');
    await page.mounted.select({ width: 1000 });
    await page.mounted.submit('cart');
    expect(received).toHaveLength(2);
  });

  test('keeps its key through a failure, a retry and a reload, until it has succeeded', async () => {
    companion.use(addQuote(() => HttpResponse.error()));
    const page = await mountProduct(shelf);
    press(page, 'cart');
    await vi.waitFor(() => expect(page.text()).toContain('We could not reach the shop'));
    page.button('Try again').click();
    await vi.waitFor(() => expect(received).toHaveLength(2));
    page.mounted.destroy();
    companion.use(addQuote(cart));
    messages();
    const again = await mountProduct(shelf);
    press(again, 'cart');
    await vi.waitFor(() => expect(received).toHaveLength(3));
    expect(new Set(received.map(({ key }) => key)).size).toBe(1);
    await vi.waitFor(() => expect(again.text()).toContain('Added to the cart'));
    await again.mounted.select({ width: 1000 });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    press(again, 'cart');
    await vi.waitFor(() => expect(received).toHaveLength(4));
    expect(received[3]!.key).not.toBe(received[0]!.key);
  });

  test('the page may prevent it', async () => {
    const page = await mountProduct(shelf);
    document.addEventListener('widget.submitting', (event) => event.preventDefault(), { once: true });
    await expect(page.mounted.submit('cart')).rejects.toMatchObject({ code: 'cancelled' });
    expect(received).toEqual([]);
    expect(names(page)).not.toContain('widget.added_to_cart');
  });

  test('works if storage throws', async () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
    vi.spyOn(Storage.prototype, 'removeItem').mockImplementation(refuse);
    companion.use(addQuote(() => HttpResponse.error()));
    const page = await mountProduct(shelf);
    await expect(page.mounted.submit('cart')).rejects.toMatchObject({ code: 'network' });
    companion.use(addQuote(cart));
    messages();
    await expect(page.mounted.submit('cart')).resolves.toMatchObject({ button_id: 'cart' });
    expect(received[0]!.key).toBe(received[1]!.key);
    await page.mounted.reset();
  });

  test('errors that the companion reports lead to their questions', async () => {
    companion.use(
      addQuote(() =>
        refusal(422, [
          { path: 'items[0].items[1].repetitions[1][0].value', code: 'gone', message: 'No more white' },
          { path: 'quantity', code: 'too_large', message: 'Too many' },
        ]),
      ),
    );
    const page = await mountProduct(shelf);
    await expect(page.mounted.submit('cart')).rejects.toMatchObject({
      code: 'validation_error',
      errors: [{ path: 'boards[1].colour' }, { path: 'quantity' }],
    });
    await vi.waitFor(() => expect(page.text()).toContain('There is a problem'));
    expect(page.text()).toContain('Colour: No more white');
    page.$<HTMLElement>('.problem a').click();
    await vi.waitFor(() => expect(page.root.activeElement?.getAttribute('name')).toBe('boards[1].colour'));
  });

  test('an unexpected response is a failure that can be retried', async () => {
    companion.use(addQuote(() => new HttpResponse('<html>', { status: 502 })));
    const page = await mountProduct(shelf);
    await expect(page.mounted.submit('cart')).rejects.toMatchObject({ code: 'http_502' });
    expect(page.text()).toContain('could not accept this');
  });
});

describe('a quotation', () => {
  test('asks who wants it, with the output’s own fields, and shows number and link', async () => {
    companion.use(addQuote(quotation));
    const posted = messages();
    const page = await mountProduct(shelf);
    press(page, 'quote');
    await fillContact(page);
    expect(received).toEqual([]);
    page.$('[name="extra_fields.newsletter"]').checked = true;
    sendContact(page);
    await vi.waitFor(() => expect(page.text()).toContain('Quotation number 202600001.'));
    expect(page.$<HTMLAnchorElement>('.success a').href).toBe(`${server}q/1`);
    expect(page.root.querySelector('dialog')).toBeNull();
    expect(received[0]!.body).toMatchObject({
      customer: { first_name: 'Ada', last_name: 'Byron', email: 'ada@example.com', phone: '' },
      extra_fields: { company: 'Engines', newsletter: true, branch: null },
    });
    expect(page.last('quotation.created')).toMatchObject({
      quotation_id: 'quo_1',
      quotation_number: 202600001,
      pdf_url: `${server}q/1`,
    });
    expect(posted).toEqual([{ name: 'quotation' }]);
  });

  test('says what is missing or wrong about the contact, and goes there', async () => {
    const page = await mountProduct(shelf);
    press(page, 'quote');
    await vi.waitFor(() => page.$<HTMLElement>('form'));
    type(page.$('[name="customer.first_name"]'), 'Ada');
    type(page.$('[name="customer.email"]'), 'ada@');
    type(page.$('[name="customer.phone"]'), 'x');
    sendContact(page);
    await tick();
    expect(page.text()).toContain('Last name is missing');
    expect(page.text()).toContain('an address such as name@example.com');
    expect(page.text()).toContain('a number such as');
    expect(page.text()).toContain('Company is missing');
    expect(page.root.activeElement?.getAttribute('name')).toBe('customer.last_name');
    expect(page.$('[name="customer.first_name"]').value).toBe('Ada');
    expect(received).toEqual([]);
  });

  test('keeps all entries if sending fails, and shows the companion’s errors at their fields', async () => {
    companion.use(addQuote(() => HttpResponse.error()));
    messages();
    const page = await mountProduct(shelf);
    press(page, 'quote');
    await fillContact(page);
    sendContact(page);
    await vi.waitFor(() => expect(page.text()).toContain('We could not reach the shop'));
    companion.use(
      addQuote(() => refusal(422, [{ path: 'customer.email', code: 'x', message: 'Unknown address' }])),
    );
    sendContact(page);
    await vi.waitFor(() => expect(page.text()).toContain('Unknown address'));
    expect(page.$('[name="customer.last_name"]').value).toBe('Byron');
    companion.use(addQuote(quotation));
    sendContact(page);
    await vi.waitFor(() => expect(page.text()).toContain('202600001'));
    expect(new Set(received.map(({ key }) => key)).size).toBe(1);
  });

  test('is cancelled with the form', async () => {
    const page = await mountProduct(shelf);
    const submission = page.mounted.submit('quote');
    await vi.waitFor(() => page.button('Cancel'));
    page.button('Cancel').click();
    await expect(submission).rejects.toMatchObject({ code: 'cancelled' });
    await tick();
    expect(page.root.querySelector('dialog')).toBeNull();
  });
});

describe('an invalid configuration', () => {
  test('is not sent: a summary takes the focus, with a link to every error', async () => {
    const page = await mountProduct(everything);
    await expect(page.mounted.submit('cart')).rejects.toMatchObject({ code: 'invalid' });
    await vi.waitFor(() => expect(page.root.activeElement?.className).toBe('problem'));
    expect(page.text()).toContain('Radio: Radio is missing');
    expect(page.last('widget.validation_failed')?.issues.map(({ path }) => path)).toEqual([
      'radio',
      'dropdown',
      'many',
      'size',
    ]);
    expect(page.text()).toContain('Many: Please choose at least 1');
    page.$<HTMLElement>('.problem a[href="#size-field"]').click();
    await vi.waitFor(() => expect(page.root.activeElement?.id).toBe('size'));
    await page.mounted.select({ radio: 'a', dropdown: 'x', size: 500, many: ['one'] });
    await vi.waitFor(() => expect(page.root.querySelector('.problem')).toBeNull());
  });

  test('includes an entry that could not be read, even for an optional question', async () => {
    const optional = structuredClone(everything);
    Object.assign(optional.steps[0]!.features[5]!, { required: false });
    const page = await mountProduct(optional, {
      select: '{"radio":"a","dropdown":"x","many":["one"]}',
    });
    type(page.$('#size'), 'big');
    await vi.waitFor(() => expect(page.text()).toContain('could not read this'));
    await expect(page.mounted.submit('message')).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ path: 'size', code: 'wrong_type' }],
    });
    expect(page.last('widget.validation_failed')?.issues).toMatchObject([
      { path: 'size', code: 'wrong_type' },
    ]);
  });

  test('an unknown button', async () => {
    const page = await mountProduct(shelf);
    await expect(page.mounted.submit('nothing')).rejects.toMatchObject({ code: 'unknown_button' });
  });
});

describe('the page alone', () => {
  test('is told without any request, in the dialect that the product speaks', async () => {
    const posted = messages();
    const page = await mountProduct(shelf, {}, { server: undefined, product: shelf });
    await expect(page.mounted.submit('message')).resolves.toEqual({ button_id: 'message', answer: null });
    expect(page.last('widget.added_to_cart')).toMatchObject({
      submission_id: null,
      answer: null,
      total_price: 400,
    });
    expect(posted).toMatchObject([
      { name: 'cart.action', state: 'finished', button_id: 'message', product_id: 'shelf' },
    ]);
    expect(received).toEqual([]);
  });

  test('gets events only, if the product speaks no dialect', async () => {
    const posted = messages();
    const page = await mountProduct({ ...shelf, dialects: [] });
    await page.mounted.submit('message');
    expect(posted).toEqual([]);
    expect(names(page)).toContain('widget.added_to_cart');
  });

  test('a button that needs a companion says that there is none', async () => {
    const page = await mountProduct(shelf, {}, { server: undefined });
    await expect(page.mounted.submit('cart')).rejects.toMatchObject({ code: 'no_server' });
    // Before the shopper is asked for details that could not be sent.
    await expect(page.mounted.submit('quote')).rejects.toMatchObject({ code: 'no_server' });
    expect(page.root.querySelector('dialog')).toBeNull();
  });
});
