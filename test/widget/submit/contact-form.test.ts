import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AddQuoteBody } from '../../../src/contract/quote/add-quote.ts';
import type { ProductInput } from '../../../src/contract/product/product.ts';
import { clearPage, mountProduct, server, tick, type, type OnPage } from '../support/mount-product.ts';
import { shelf } from '../support/products.ts';

/** Two outputs with extra fields of the same names; the first has two buttons. */
const asking: ProductInput = {
  ...shelf,
  external_pricing: { timeout_ms: 5000 },
  outputs: [
    {
      id: 'main',
      extra_fields: [
        { id: 'remarks', name: 'Remarks', type: 'textarea' },
        { id: 'rooms', name: 'Rooms', type: 'number' },
        { id: 'when', name: 'When', type: 'date' },
        { id: 'agreed', name: 'Agreed', type: 'yes_no' },
        { id: 'branch', name: 'Branch', type: 'choice', options: [{ id: 'south', name: 'South' }] },
        { id: 'company', name: 'Company' },
      ],
      buttons: [
        { id: 'quote', name: 'Ask for a quote', triggers: { pdf: true } },
        { id: 'mail', name: 'Have it mailed', triggers: { email: true } },
        { id: 'message', name: 'Tell the page', triggers: { post_message: true } },
      ],
    },
    {
      id: 'dealer',
      extra_fields: [{ id: 'remarks', name: 'For the dealer', type: 'textarea' }],
      buttons: [{ id: 'dealer_quote', name: 'Ask the dealer', triggers: { pdf: true } }],
    },
  ],
};

let received: AddQuoteBody[] = [];
let answer: () => Response | Promise<Response>;
const quotation = () =>
  HttpResponse.json(
    {
      path: 'quotation',
      quotation_id: 'quo_1',
      quotation_number: 202600001,
      pdf_url: `${server}q/1`,
      total_price: 400,
      currency: 'EUR',
      created_at: '2026-01-01T00:00:00.000Z',
      items: [],
      lines: [],
      message: null,
    },
    { status: 201 },
  );
const companion = setupServer(
  http.post(`${server}api/v1/add-quote`, async ({ request }) => {
    received.push((await request.json()) as AddQuoteBody);
    return answer();
  }),
);
beforeAll(() => companion.listen());
afterAll(() => companion.close());
beforeEach(() => {
  received = [];
  answer = quotation;
});
afterEach(clearPage);

const who = {
  'customer.first_name': 'Ada',
  'customer.last_name': 'Byron',
  'customer.email': 'ada@example.com',
};
const extra = {
  'extra_fields.remarks': 'Two lines,\nand more',
  'extra_fields.rooms': '2,5',
  'extra_fields.when': '2031-02-28',
  'extra_fields.agreed': 'on',
  'extra_fields.branch': 'south',
  'extra_fields.company': ' Engines ',
};
type Entered = Readonly<Record<string, string>>;

const field = (page: OnPage, name: string) => page.$(`[name="${name}"]`);
function fill(page: OnPage, entered: Entered): void {
  for (const [name, value] of Object.entries(entered)) {
    const control = field(page, name);
    if (control.type !== 'checkbox') type(control, value);
    else if (control.checked !== (value === 'on')) control.click();
  }
}
/** The values of these fields. */
const entered = (page: OnPage, names: Entered): Entered =>
  Object.fromEntries(
    Object.keys(names).map((name) => {
      const { type, checked, value } = field(page, name);
      return [name, type === 'checkbox' ? (checked ? 'on' : '') : value];
    }),
  );
const empty = (names: Entered): Entered => Object.fromEntries(Object.keys(names).map((name) => [name, '']));

const opener = (page: OnPage, id: string) => page.$<HTMLButtonElement>(`button[value=${id}]`);
async function open(page: OnPage, id = 'quote'): Promise<void> {
  opener(page, id).focus();
  opener(page, id).click();
  await vi.waitFor(() => expect(page.$<HTMLDialogElement>('dialog').open).toBe(true));
}
const cancel = (page: OnPage) => page.button('Cancel').click();
/** As Escape does, and the back gesture of a phone. */
const close = (page: OnPage) => page.$<HTMLDialogElement>('dialog').close();
const send = (page: OnPage) =>
  page.$('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
const isClosed = (page: OnPage) => vi.waitFor(() => expect(page.root.querySelector('dialog')).toBeNull());
const focused = (page: OnPage) => (page.root.activeElement as HTMLButtonElement | null)?.value;

describe.each([
  ['Cancel', cancel],
  ['Escape', close],
])('%s', (_, leave) => {
  test('puts the focus back on the button, and keeps all entries', async () => {
    const page = await mountProduct(asking);
    await open(page);
    fill(page, { ...who, ...extra });
    leave(page);
    await isClosed(page);
    expect(focused(page)).toBe('quote');
    await open(page, 'mail');
    expect(entered(page, { ...who, ...extra })).toEqual({ ...who, ...extra });
    leave(page);
    await isClosed(page);
    expect(focused(page)).toBe('mail');
    expect(received).toEqual([]);
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('Byron');
  });

  test('keeps emptied fields, too, and fields that were filled in without an event', async () => {
    const page = await mountProduct(asking);
    await open(page);
    fill(page, { ...who, ...extra });
    leave(page);
    await isClosed(page);
    await open(page);
    fill(page, { 'extra_fields.agreed': '', 'extra_fields.branch': '', 'customer.first_name': '' });
    // Without an event, as some password managers do.
    field(page, 'customer.last_name').value = 'Lovelace';
    leave(page);
    await isClosed(page);
    await open(page);
    expect(entered(page, { ...who, ...extra })).toEqual({
      ...who,
      ...extra,
      'extra_fields.agreed': '',
      'extra_fields.branch': '',
      'customer.first_name': '',
      'customer.last_name': 'Lovelace',
    });
  });

  test('forgets errors', async () => {
    const page = await mountProduct(asking);
    await open(page);
    fill(page, { ...who, 'customer.email': 'ada@' });
    send(page);
    await vi.waitFor(() => expect(page.text()).toContain('an address such as'));
    leave(page);
    await isClosed(page);
    await open(page);
    expect(page.text()).not.toContain('an address such as');
    expect(field(page, 'customer.email').getAttribute('aria-invalid')).toBe('false');
    answer = () => HttpResponse.error();
    fill(page, who);
    send(page);
    await vi.waitFor(() => expect(page.text()).toContain('We could not reach the shop'));
    leave(page);
    await isClosed(page);
    await open(page);
    expect(page.text()).not.toContain('We could not reach the shop');
    expect(entered(page, who)).toEqual(who);
    answer = quotation;
    send(page);
    await vi.waitFor(() => expect(page.text()).toContain('202600001'));
  });

  test('asks another output’s extra fields, and keeps the customer’s details', async () => {
    const page = await mountProduct(asking);
    await open(page);
    fill(page, { ...who, ...extra });
    leave(page);
    await isClosed(page);
    const other = page.mounted.submit('dealer_quote').catch((error: unknown) => error);
    await vi.waitFor(() => page.button('Cancel'));
    expect(entered(page, who)).toEqual(who);
    expect(field(page, 'extra_fields.remarks').value).toBe('');
    fill(page, { 'extra_fields.remarks': 'Of the dealer' });
    leave(page);
    expect(await other).toMatchObject({ code: 'cancelled' });
    await open(page);
    expect(entered(page, extra)).toEqual(extra);
  });
});

test('a button that a click does not focus is focused afterwards all the same', async () => {
  const page = await mountProduct(asking);
  (page.root.activeElement as HTMLElement | null)?.blur();
  opener(page, 'mail').click();
  await vi.waitFor(() => page.button('Cancel'));
  cancel(page);
  await isClosed(page);
  expect(focused(page)).toBe('mail');
});

test('opened by a button of the page, the focus goes back there', async () => {
  const page = await mountProduct(asking);
  const order = document.createElement('button');
  document.body.append(order);
  order.focus();
  const submission = page.mounted.submit('quote').catch((error: unknown) => error);
  await vi.waitFor(() => page.button('Cancel'));
  cancel(page);
  expect(await submission).toMatchObject({ code: 'cancelled' });
  expect(document.activeElement).toBe(order);
});

test('the entries are sent as they stand, and the customer’s details are kept', async () => {
  const page = await mountProduct(asking);
  const dealer = () => page.mounted.submit('dealer_quote').catch(() => {});
  void dealer();
  await vi.waitFor(() => page.button('Cancel'));
  fill(page, { 'extra_fields.remarks': 'Of the dealer' });
  cancel(page);
  await isClosed(page);
  await open(page);
  fill(page, { ...who, ...extra });
  send(page);
  await vi.waitFor(() => expect(page.text()).toContain('202600001'));
  expect(page.root.activeElement?.className).toBe('success');
  expect(received[0]).toMatchObject({
    customer: { first_name: 'Ada', last_name: 'Byron', email: 'ada@example.com' },
    extra_fields: {
      remarks: 'Two lines,\nand more',
      rooms: 2.5,
      when: '2031-02-28',
      agreed: true,
      branch: 'south',
      company: 'Engines',
    },
  });
  await page.mounted.select({ width: 1000 });
  await open(page, 'mail');
  expect(entered(page, { ...who, ...extra })).toEqual({ ...who, ...empty(extra) });
  cancel(page);
  await isClosed(page);
  void dealer();
  await vi.waitFor(() => page.button('Cancel'));
  expect(entered(page, who)).toEqual(who);
  expect(field(page, 'extra_fields.remarks').value).toBe('Of the dealer');
});

test('Start over forgets the customer’s details, closes the form and cancels its submission', async () => {
  const page = await mountProduct(asking);
  const submission = page.mounted.submit('quote').catch((error: unknown) => error);
  await vi.waitFor(() => page.button('Cancel'));
  fill(page, { ...who, ...extra });
  await page.mounted.reset();
  expect(await submission).toMatchObject({ code: 'cancelled' });
  await isClosed(page);
  await open(page);
  expect(entered(page, { ...who, ...extra })).toEqual(empty({ ...who, ...extra }));
});

test('a second form cancels the first one’s submission, and keeps its entries', async () => {
  const page = await mountProduct(asking);
  const first = page.mounted.submit('quote').catch((error: unknown) => error);
  await vi.waitFor(() => page.button('Cancel'));
  fill(page, who);
  const second = page.mounted.submit('dealer_quote');
  expect(await first).toMatchObject({ code: 'cancelled' });
  await vi.waitFor(() => expect(page.text()).toContain('For the dealer'));
  expect(page.root.querySelectorAll('dialog[open]')).toHaveLength(1);
  expect(entered(page, who)).toEqual(who);
  send(page);
  expect(await second).toMatchObject({ button_id: 'dealer_quote' });
  expect(received).toMatchObject([{ button_id: 'dealer_quote', customer: { first_name: 'Ada' } }]);
});

test('removing the element discards the entries and cancels the submission', async () => {
  const page = await mountProduct(asking);
  const submission = page.mounted.submit('quote').catch((error: unknown) => error);
  await vi.waitFor(() => page.button('Cancel'));
  fill(page, who);
  page.mounted.destroy();
  expect(await submission).toMatchObject({ code: 'cancelled' });
  const again = await mountProduct(asking);
  await open(again);
  expect(entered(again, who)).toEqual(empty(who));
});

test('closed while the price is confirmed, nothing is sent', async () => {
  const page = await mountProduct(asking);
  let price: (price: { total_price: number }) => void = () => {};
  page.mounted.pricing = () => new Promise((resolve) => (price = resolve));
  const submission = page.mounted.submit('quote').catch((error: unknown) => error);
  await vi.waitFor(() => page.button('Cancel'));
  fill(page, who);
  send(page);
  await vi.waitFor(() => expect(page.text()).toContain('Confirming final price…'));
  cancel(page);
  await isClosed(page);
  expect(await submission).toMatchObject({ code: 'cancelled' });
  expect(page.text()).not.toContain('Confirming');
  price({ total_price: 333 });
  await tick();
  expect(received).toEqual([]);
  expect(page.heard.map(({ event }) => event)).not.toContain('widget.submitting');
});

test.each<[string, () => Response, (page: OnPage) => void]>([
  ['what comes of it is shown', quotation, (page) => expect(page.text()).toContain('202600001')],
  [
    'that it failed is said, with a way to try again',
    () => HttpResponse.error(),
    (page) => expect(page.text()).toContain('We could not reach the shop'),
  ],
])('closed while it is on its way: %s', async (_, outcome, isShown) => {
  let reply = () => {};
  answer = () => new Promise((resolve) => (reply = () => resolve(outcome())));
  const page = await mountProduct(asking);
  await open(page);
  fill(page, who);
  send(page);
  await vi.waitFor(() => expect(received).toHaveLength(1));
  cancel(page);
  await isClosed(page);
  expect(focused(page)).toBe('quote');
  reply();
  await vi.waitFor(() => isShown(page));
  await tick();
  const retry = [...page.root.querySelectorAll('button')].find(
    ({ textContent }) => textContent === 'Try again',
  );
  if (!retry) return;
  retry.click();
  await vi.waitFor(() => page.button('Cancel'));
  expect(entered(page, who)).toEqual(who);
  cancel(page);
  await isClosed(page);
  expect(focused(page)).toBe('quote');
});

describe('Escape in the form', () => {
  const press = (page: OnPage, more: object = {}) => {
    const event = new KeyboardEvent('keydown', {
      key: 'Escape',
      bubbles: true,
      composed: true,
      cancelable: true,
      ...more,
    });
    for (const [name, value] of Object.entries(more)) Object.defineProperty(event, name, { value });
    field(page, 'customer.first_name').dispatchEvent(event);
    return event;
  };

  test('reaches nothing around it', async () => {
    const page = await mountProduct(asking);
    const heard = vi.fn();
    document.addEventListener('keydown', heard, { once: true });
    await open(page);
    expect(press(page).defaultPrevented).toBe(false);
    expect(heard).not.toHaveBeenCalled();
    document.removeEventListener('keydown', heard);
  });

  test.each<[string, object]>([
    ['', { isComposing: true }],
    [', as Safari says it', { keyCode: 229 }],
  ])('ends a composition, not the form%s', async (_, composing) => {
    const page = await mountProduct(asking);
    await open(page);
    expect(press(page, composing).defaultPrevented).toBe(true);
  });
});
