import { afterEach, expect, test, vi } from 'vitest';
import type { Selections } from '../../../src/contract/configuration/value.ts';
import { clearPage, mountProduct, tick, type } from '../support/mount-product.ts';
import { everything, long, shelf } from '../support/products.ts';

afterEach(clearPage);

test('is on screen when it is ready: name, questions, price with breakdown, buttons', async () => {
  const page = await mountProduct(shelf);
  expect(page.heard.map(({ event }) => event)).toEqual(['widget.ready', 'price.changed']);
  expect(page.last('widget.ready')).toEqual({ product_id: 'shelf', product_version: '1', language: 'en' });
  expect(page.$<HTMLElement>('h2').textContent).toBe('Shelf');
  expect(page.$<HTMLElement>('[part=total]').textContent).toBe('€400.00');
  await vi.waitFor(() => expect(page.text()).toContain('Board 2'));
  expect(page.text()).toMatch(/Net.*€330\.58.*VAT 21%.*€69\.42.*Gross.*€400\.00.*Lead time.*5 days/);
  expect([...page.root.querySelectorAll('button[value]')].map((each) => each.getAttribute('value'))).toEqual([
    'quote',
    'cart',
    'message',
  ]);
});

test('events are composed, bubble, and have an id, a name and a time', async () => {
  const page = await mountProduct(shelf);
  const seen: Event[] = [];
  document.addEventListener('configuration.changed', (event) => seen.push(event), { once: true });
  await page.mounted.select({ width: 1000 });
  const [event] = seen;
  expect(event).toMatchObject({ bubbles: true, composed: true, cancelable: false });
  expect((event as CustomEvent<unknown>).detail).toMatchObject({
    id: expect.stringMatching(/^(\d+-){3}\d+$/) as string,
    event: 'configuration.changed',
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
    data: { changed: ['width'], valid: true, quantity: 1 },
  });
  const ids = page.heard.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('speaks Dutch and German, and English where it does not know the language', async () => {
  const dutch = await mountProduct(shelf, {}, { language: 'nl-BE' });
  expect(dutch.text()).toContain('Plank');
  expect(dutch.text()).toContain('Totaal');
  expect(dutch.$<HTMLElement>('.widget').lang).toBe('nl-BE');
  expect(dutch.$<HTMLElement>('[part=total]').textContent).toMatch(/€\s400,00/);
  clearPage();
  expect((await mountProduct(shelf, {}, { language: 'de' })).text()).toContain('Gesamt');
  clearPage();
  expect((await mountProduct(shelf, {}, { language: 'ar' })).text()).toContain('Total');
  clearPage();
  expect((await mountProduct(shelf, {}, { language: '!' })).text()).toContain('Total');
});

test('a definition as the merchant wrote it is published on the spot', async () => {
  const page = await mountProduct(shelf, {}, { product: shelf, server: undefined });
  expect(page.$<HTMLElement>('[part=total]').textContent).toBe('€400.00');
  // Without a companion only what tells the page alone can be pressed.
  expect(page.root.querySelectorAll('button[value]')).toHaveLength(1);
});

test('a broken definition is refused with its reasons', async () => {
  const broken = { ...shelf, prices: [{ id: 'x', name: 'X', kind: 'formula', amount: 'nonsense + 1' }] };
  await expect(mountProduct(shelf, {}, { product: broken })).rejects.toMatchObject({
    code: 'invalid_product',
  });
});

test('selects what the page asks for, as an attribute and by method, once', async () => {
  const page = await mountProduct(shelf, {
    select: '{"width":1200,"quantity":3,"boards":[{"colour":"black"}]}',
  });
  expect(await page.mounted.getConfiguration()).toMatchObject({
    product_id: 'shelf',
    quantity: 3,
    selections: { width: 1200, material: 'oak', boards: [{ colour: 'black' }] },
    valid: true,
    price: { currency: 'EUR', total_price: 1050, state: 'base' },
  });
  await page.mounted.select({ width: 1300, material: 'pine' });
  await page.mounted.select({ width: 1300, material: 'pine' });
  expect(page.heard.filter(({ event }) => event === 'configuration.changed')).toHaveLength(1);
  expect(page.last('configuration.changed')?.changed.toSorted()).toEqual(['material', 'width']);
});

test.each<[string, unknown, string, string]>([
  ['a feature that is not there', { wdth: 900 }, 'unknown_feature', 'wdth'],
  ['one that is elsewhere', { colour: 'black' }, 'unknown_feature', 'colour'],
  ['one in a repetition', { boards: [{}, { color: 'x' }] }, 'unknown_feature', 'boards[1].color'],
  ['the prototype', { constructor: 1 }, 'unknown_feature', 'constructor'],
  ['both', { wdth: 900, width: 'wide' }, 'unknown_feature', 'wdth. Not of the right type: width'],
  ['a text for a number', { width: '1200' }, 'wrong_type', 'width'],
  ['a number for a choice', { boards: [{ colour: 1 }] }, 'wrong_type', 'boards[0].colour'],
  ['a repetition that is none', { boards: ['black'] }, 'wrong_type', 'boards[0]'],
  ['repetitions that are none', { boards: 2 }, 'wrong_type', 'boards'],
  ['a quantity that is none', { quantity: '3' }, 'wrong_type', 'quantity'],
  ['no quantity', { quantity: null }, 'wrong_type', 'quantity'],
  ['null', null, 'wrong_type', 'object'],
  ['a list', [], 'wrong_type', 'object'],
  ['a text', 'width', 'wrong_type', 'object'],
])('select refuses %s, and changes nothing', async (_, selections, code, named) => {
  const page = await mountProduct(shelf);
  const given =
    typeof selections === 'object' && selections ? { material: 'pine', ...selections } : selections;
  const wanted = Array.isArray(selections) ? selections : given;
  await expect(page.mounted.select(wanted as Selections)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(named) as string,
  });
  expect((await page.mounted.getConfiguration()).selections['material']).toBe('oak');
  expect(page.last('configuration.changed')).toBeUndefined();
  await page.mounted.select({ width: null });
  expect((await page.mounted.getConfiguration()).selections).not.toHaveProperty('width');
});

test('a selection in the markup that is no JSON is as none, and the page hears of it', async () => {
  const page = await mountProduct(shelf, { select: 'nonsense' });
  expect((await page.mounted.getConfiguration()).selections['width']).toBe(900);
  await vi.waitFor(() => expect(page.last('widget.error')).toMatchObject({ code: 'wrong_type' }));
});

test('of a selection in the markup what can be read is taken; the page hears of the rest', async () => {
  const page = await mountProduct(shelf, { select: '{"width":1000,"wdth":1}' });
  expect((await page.mounted.getConfiguration()).selections['width']).toBe(1000);
  await vi.waitFor(() => expect(page.last('widget.error')?.message).toContain('wdth'));
  page.mounted.update({ select: '{"width":1100,"material":7}' });
  expect((await page.mounted.getConfiguration()).selections).toMatchObject({ width: 1100, material: 'oak' });
  await vi.waitFor(() => expect(page.last('widget.error')).toMatchObject({ code: 'wrong_type' }));
  const heard = page.heard.length;
  page.mounted.update({});
  await page.mounted.getConfiguration();
  expect(page.heard).toHaveLength(heard);
});

test('a link that cannot be read is as none, and the page hears of it', async () => {
  history.replaceState(null, '', '/#quotelet.shelf=nonsense');
  const page = await mountProduct(shelf);
  expect((await page.mounted.getConfiguration()).selections['width']).toBe(900);
  await vi.waitFor(() => expect(page.last('widget.error')).toMatchObject({ code: 'wrong_type' }));
});

test('follows the currency, the output and new selections', async () => {
  const page = await mountProduct(shelf, { currency: 'USD' });
  expect(page.$<HTMLElement>('[part=total]').textContent).toBe('$800.00');
  page.mounted.update({ currency: 'EUR', select: '{"width":1500}' });
  await vi.waitFor(async () =>
    expect((await page.mounted.getConfiguration()).selections['width']).toBe(1500),
  );
  expect(page.$<HTMLElement>('[part=total]').textContent).toBe('€400.00');
  for (const currency of ['XTS', 'constructor', '__proto__']) {
    page.mounted.update({ currency });
    expect((await page.mounted.getConfiguration()).price.currency).toBe('EUR');
  }
  const named = await mountProduct(shelf, { currency: 'constructor' });
  expect((await named.mounted.getConfiguration()).price.currency).toBe('EUR');
});

test('a total is said politely, once, after a pause', async () => {
  const page = await mountProduct(shelf);
  const status = page.$<HTMLElement>('.hidden[role=status]');
  expect(status.textContent).toBe('');
  await page.mounted.select({ boards: [{}, {}, {}] });
  await page.mounted.select({ boards: [{}] });
  expect(status.textContent).toBe('');
  await vi.waitFor(() => expect(status.textContent).toBe('Total €350.00'), { timeout: 2000 });
});

test('that there is no price is said in words, and so is the price that comes back', async () => {
  const page = await mountProduct(everything, {
    select: '{"radio":"a","dropdown":"x","size":500,"many":["one"]}',
  });
  const status = page.$<HTMLElement>('.hidden[role=status]');
  await page.mounted.select({ size: null });
  await vi.waitFor(() => expect(status.textContent).toBe('Price to follow'), { timeout: 2000 });
  await page.mounted.select({ size: 600 });
  await vi.waitFor(() => expect(status.textContent).toBe('Total €60.00'), { timeout: 2000 });
});

test('what a change made wrong is said politely, once, where it is, and what is missing is not', async () => {
  const page = await mountProduct(shelf);
  const status = page.$<HTMLElement>('.hidden[role=status]');
  await page.mounted.select({ width: 5000 });
  expect(status.textContent).toBe('');
  await vi.waitFor(() => expect(status.textContent).toBe('Width: At most 3,000 mm, please'), {
    timeout: 2000,
  });
  await page.mounted.select({ boards: [{}] });
  await vi.waitFor(() => expect(status.textContent).toBe('Total €350.00'), { timeout: 2000 });
  await page.mounted.select({ width: null });
  await vi.waitFor(() => expect(status.textContent).toBe('Price to follow'), { timeout: 2000 });
  await page.mounted.select({ quantity: 99 });
  await vi.waitFor(() => expect(status.textContent).toBe('Quantity: At most 10, please'), {
    timeout: 2000,
  });
});

test('the quantity prices all', async () => {
  const page = await mountProduct(shelf);
  type(page.$('#quantity'), '3');
  await tick();
  expect(page.last('configuration.changed')).toMatchObject({ quantity: 3, changed: ['quantity'] });
  expect(page.text()).toContain('3 × €200.00');
  expect(page.$('#quantity').getAttribute('aria-invalid')).toBe('false');
});

test.each([
  ['9999', 'At most 10, please', 'Change to 10', '10'],
  ['2.5', 'Please enter a multiple of 1', 'Change to 3', '3'],
  ['0', 'At least 1, please', 'Change to 1', '1'],
  ['', 'At least 1, please', 'Change to 1', '1'],
])(
  'a quantity of %j stays as typed, says what is wrong, and has no price',
  async (typed, said, way, mended) => {
    const page = await mountProduct(shelf);
    const input = page.$('#quantity');
    type(input, typed);
    await vi.waitFor(() => expect(page.text()).toContain(said));
    expect(input.value).toBe(typed);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(page.$<HTMLElement>(`#${input.getAttribute('aria-describedby')!}`).textContent).toContain(said);
    expect(await page.mounted.getConfiguration()).toMatchObject({
      quantity: Number(typed),
      valid: false,
      price: { state: 'incomplete', total_price: null },
    });
    expect(page.button('Quantity').className).toBe('link');
    await expect(page.mounted.submit('cart')).rejects.toMatchObject({ code: 'invalid' });
    const link = await vi.waitFor(() => page.$<HTMLElement>('.problem a'));
    expect(link.textContent).toBe(`Quantity: ${said}`);
    link.click();
    await vi.waitFor(() => expect(page.root.activeElement?.id).toBe('quantity'));
    (await vi.waitFor(() => page.button(way))).click();
    await vi.waitFor(() => expect(page.$('#quantity').value).toBe(mended));
    expect((await page.mounted.getConfiguration()).valid).toBe(true);
    expect(page.text()).not.toContain(said);
  },
);

test('a quantity out of bounds is kept for the next visit, with all else', async () => {
  const page = await mountProduct(shelf);
  await page.mounted.select({ width: 1000 });
  type(page.$('#quantity'), '2.5');
  await vi.waitFor(() => expect(localStorage).toHaveLength(1), { timeout: 2000 });
  page.mounted.destroy();
  const again = await mountProduct(shelf);
  expect(await again.mounted.getConfiguration()).toMatchObject({
    quantity: 2.5,
    selections: { width: 1000 },
  });
});

test('where one is all there is, a page that selects more hears why not', async () => {
  const page = await mountProduct({ ...shelf, quantity: { min: 1, max: 1 } });
  expect(page.root.querySelector('#quantity')).toBeNull();
  await page.mounted.select({ quantity: 2 });
  expect(page.$('#quantity').value).toBe('2');
  await vi.waitFor(() => expect(page.text()).toContain('At most 1, please'));
});

test('an incomplete price says what is missing, never 0', async () => {
  const page = await mountProduct(everything);
  expect(page.last('price.changed')).toMatchObject({ state: 'incomplete', total_price: null });
  expect(page.$<HTMLElement>('[part=total]').textContent).toBe('Price to follow');
  await vi.waitFor(() => expect(page.text()).toContain('For a price we still need:'));
  page.button('Size').click();
  await vi.waitFor(() => expect(page.root.activeElement?.id).toBe('size'));
});

test('a long product is asked step by step, in any order', async () => {
  const page = await mountProduct(long);
  expect(page.root.querySelectorAll('.step')).toHaveLength(1);
  expect(page.$<HTMLElement>('[aria-current=step]').textContent).toContain('first');
  expect(page.button('second').className).toContain('incomplete');
  page.button('third').click();
  await vi.waitFor(() => expect(page.$<HTMLElement>('h3').textContent).toBe('third'));
  expect(page.last('widget.step_changed')).toEqual({ step_id: 'third' });
  page.button('Back').click();
  await vi.waitFor(() => expect(page.$<HTMLElement>('h3').textContent).toBe('second'));
  await vi.waitFor(() => expect(page.root.activeElement?.textContent).toBe('second'));
  await page.mounted.goToStep('first');
  await vi.waitFor(() => expect(page.$<HTMLElement>('h3').textContent).toBe('first'));
  await expect(page.mounted.goToStep('nowhere')).rejects.toMatchObject({ code: 'unknown_step' });
  expect(page.last('widget.step_changed')).toEqual({ step_id: 'first' });
});

test('a step is said to be complete once it was looked at, not before', async () => {
  const page = await mountProduct(long);
  expect(page.button('first').textContent).toBe('firstcomplete');
  expect(page.button('third').textContent).toBe('3third');
  expect(page.button('third').className).not.toContain('complete');
  page.button('third').click();
  await vi.waitFor(() => expect(page.button('third').textContent).toBe('thirdcomplete'));
  expect(page.button('first').textContent).toBe('firstcomplete');
  expect(page.button('second').textContent).toBe('2secondnot complete yet');
});

test('prints all steps', async () => {
  const page = await mountProduct(long);
  window.dispatchEvent(new Event('beforeprint'));
  await tick();
  expect(page.root.querySelectorAll('.step')).toHaveLength(3);
  window.dispatchEvent(new Event('afterprint'));
  await tick();
  expect(page.root.querySelectorAll('.step')).toHaveLength(1);
});

test('starts at the step that the attribute names', async () => {
  const page = await mountProduct(long, { step: 'second' });
  expect(page.$<HTMLElement>('h3').textContent).toBe('second');
});
