import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ProductInput } from '../../../src/contract/product/product.ts';
import { clearPage, mountProduct, tick, type, type OnPage } from '../support/mount-product.ts';
import { everything, shelf } from '../support/products.ts';

afterEach(clearPage);

const answers = async (page: OnPage) => (await page.mounted.getConfiguration()).selections;
const field = (page: OnPage, id: string) => page.$<HTMLElement>(`[id="${id}-field"]`);

describe('choices', () => {
  test('are native radios in a fieldset with a legend, help and reasons', async () => {
    const page = await mountProduct(everything);
    const radio = field(page, 'radio');
    expect(radio.localName).toBe('fieldset');
    expect(radio.querySelector('legend')?.textContent).toContain('Radio');
    expect(radio.getAttribute('aria-describedby')).toBe('radio-help');
    const blocked = page.$('[name=radio][value=c]');
    expect(blocked.getAttribute('aria-disabled')).toBe('true');
    expect(blocked.disabled).toBe(false);
    expect(page.$(`[id="${blocked.getAttribute('aria-describedby')}"]`).textContent).toBe('Only with yes');
  });

  test('take an answer, which the page is told', async () => {
    const page = await mountProduct(everything);
    page.$('[name=radio][value=b]').click();
    expect((await answers(page))['radio']).toBe('b');
    await tick();
    expect(page.$('[name=radio][value=b]').checked).toBe(true);
    expect(page.last('configuration.changed')?.changed).toEqual(['radio']);
  });

  test('that are unavailable say why, and change nothing', async () => {
    const page = await mountProduct(everything);
    page.$('[name=radio][value=a]').click();
    page.$('[name=radio][value=c]').click();
    expect((await answers(page))['radio']).toBe('a');
    expect(page.$('[name=radio][value=c]').checked).toBe(false);
    await vi.waitFor(() =>
      expect(page.$<HTMLElement>('.hidden[role=status]').textContent).toBe('C: Only with yes'),
    );
    page.$('[name=yes][value=yes]').click();
    await tick();
    page.$('[name=radio][value=c]').click();
    expect(await answers(page)).toMatchObject({ radio: 'c', yes: true });
  });

  test('with a minimum are not called optional, nor missing before a submission', async () => {
    const page = await mountProduct(everything);
    const many = field(page, 'many');
    expect(many.textContent).not.toContain('(optional)');
    expect(field(page, 'yes').textContent).toContain('(optional)');
    expect(many.textContent).not.toContain('Please choose');
    await page.mounted.submit('cart').catch(() => undefined);
    await vi.waitFor(() => expect(many.textContent).toContain('Please choose at least 1'));
    page.$('[name=many][value=one]').click();
    await vi.waitFor(() => expect(many.textContent).not.toContain('Please choose'));
    page.$('[name=many][value=one]').click();
    await vi.waitFor(() => expect(many.textContent).toContain('Please choose at least 1'));
  });

  test('in a dropdown: the same, with the reason in its line', async () => {
    const page = await mountProduct(everything);
    const select = page.$<HTMLSelectElement>('#dropdown');
    expect(select.textContent).toContain('Y – Only with yes');
    const pick = (value: string) => {
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    };
    pick('y');
    expect((await answers(page))['dropdown']).toBeUndefined();
    expect(select.value).toBe('');
    pick('x');
    expect((await answers(page))['dropdown']).toBe('x');
  });

  test('of colours have a name beside the swatch', async () => {
    const page = await mountProduct(everything);
    const choice = page.$('[name=paint][value=red]').closest('label')!;
    expect(choice.textContent).toBe('Red');
    expect(choice.querySelector('i')?.style.backgroundColor).toContain('#ff0000');
  });

  test('of one’s own: an entry that counts as soon as it is not empty', async () => {
    const page = await mountProduct(everything);
    page.$('[name=paint][value=own]').click();
    await tick();
    expect((await answers(page))['paint']).toBeUndefined();
    const own = page.$('[id="paint-own"]');
    expect(page.$('[name=paint][value=own]').checked).toBe(true);
    type(own, 'blue');
    await vi.waitFor(() => expect(field(page, 'paint').textContent).toContain('Write RAL and four digits'));
    type(own, 'RAL 9010');
    await tick();
    expect((await answers(page))['paint']).toEqual({ own: 'RAL 9010' });
    expect(field(page, 'paint').textContent).not.toContain('Write RAL');
    page.$('[name=paint][value=red]').click();
    await tick();
    expect(page.root.querySelector('[id="paint-own"]')).toBeNull();
  });

  test('of several: checkboxes, with a minimum and a maximum', async () => {
    const page = await mountProduct(everything);
    page.$('[name=many][value=three]').click();
    await tick();
    page.$('[name=many][value=one]').click();
    await tick();
    expect((await answers(page))['many']).toEqual(['one', 'three']);
    page.$('[name=many][value=two]').click();
    await vi.waitFor(() => expect(field(page, 'many').textContent).toContain('Please choose at most 2'));
    page.$('[name=many][value=one]').click();
    await tick();
    expect((await answers(page))['many']).toEqual(['two', 'three']);
  });
});

describe('numbers', () => {
  test('plain ones are taken, with their unit in the label and their bounds below', async () => {
    const page = await mountProduct(everything);
    expect(page.$<HTMLElement>('label[for=size]').textContent).toMatch(/Size\s+mm/);
    expect(field(page, 'size').textContent).toContain('100 – 2,000 mm');
    type(page.$('#size'), '1200');
    expect((await answers(page))['size']).toBe(1200);
    await tick();
    expect(page.$<HTMLElement>('#twice').textContent).toBe('2,400 mm');
    expect(page.text()).toContain('€120.00');
  });

  test('are read while typing, after a pause', async () => {
    const page = await mountProduct(everything);
    const size = page.$('#size');
    size.value = '500';
    size.dispatchEvent(new Event('input', { bubbles: true }));
    await tick();
    expect(page.last('configuration.changed')).toBeUndefined();
    await vi.waitFor(() => expect(page.last('configuration.changed')?.selections['size']).toBe(500));
    expect(size.value).toBe('500');
  });

  test('count at once if the page reads the configuration', async () => {
    const page = await mountProduct(everything);
    const size = page.$('#size');
    size.value = '50 cm';
    size.dispatchEvent(new Event('input', { bubbles: true }));
    expect((await answers(page))['size']).toBe(500);
    expect(size.value).toBe('50 cm');
  });

  test.each([
    ['36 1/2 in', 927],
    ['3\' 6"', 1067],
    ['92.7 cm', 927],
    ['927,1', 927],
  ])('%s is echoed as %d mm', async (text, value) => {
    const page = await mountProduct(everything);
    type(page.$('#size'), text);
    await vi.waitFor(async () => expect((await answers(page))['size']).toBe(value));
    expect(page.$('#size').value).toBe(text);
    if (text !== '927,1')
      await vi.waitFor(() =>
        expect(field(page, 'size').textContent).toContain(`= ${value.toLocaleString('en')} mm`),
      );
  });

  test('an ambiguous one is questioned, and answered with one click', async () => {
    const page = await mountProduct(everything);
    type(page.$('#size'), '1.200');
    await vi.waitFor(() => page.button('Did you mean 1,200 mm?'));
    expect((await answers(page))['size']).toBeUndefined();
    page.button('Did you mean').click();
    await tick();
    expect((await answers(page))['size']).toBe(1200);
    expect(page.$('#size').value).toBe('1200');
  });

  test('an unreadable one stays on screen with an error', async () => {
    const page = await mountProduct(everything);
    type(page.$('#size'), 'big');
    await vi.waitFor(() => expect(field(page, 'size').textContent).toContain('could not read this'));
    expect(page.$('#size').value).toBe('big');
    expect(page.$('#size').getAttribute('aria-invalid')).toBe('true');
    expect(page.$('#size').getAttribute('aria-describedby')).toContain('size-note');
    type(page.$('#size'), '');
    await tick();
    expect(page.$('#size').value).toBe('');
  });

  test('out of bounds, there is an error with a repair', async () => {
    const page = await mountProduct(everything);
    type(page.$('#size'), '5000');
    await vi.waitFor(() => expect(field(page, 'size').textContent).toContain('At most 2,000 mm, please'));
    (await vi.waitFor(() => page.button('Change to 2,000 mm'))).click();
    await tick();
    expect((await answers(page))['size']).toBe(2000);
    expect(page.$('#size').value).toBe('2000');
  });
});

describe('texts, dates and files', () => {
  test('texts of one line and several', async () => {
    const page = await mountProduct(everything);
    expect(page.$('#note').placeholder).toBe('Anything');
    type(page.$('#note'), 'ab');
    await vi.waitFor(() => expect(field(page, 'note').textContent).toContain('at least 3 characters'));
    type(page.$('#note'), ' abc ');
    expect((await answers(page))['note']).toBe('abc');
    expect(page.$<HTMLElement>('#story').localName).toBe('textarea');
    type(page.$<HTMLTextAreaElement>('#story'), 'Once\nupon');
    expect((await answers(page))['story']).toBe('Once\nupon');
  });

  test('a date, by the shopper’s own calendar day', async () => {
    vi.stubEnv('TZ', 'Pacific/Auckland');
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-15T20:00:00Z') });
    try {
      const steps: ProductInput['steps'] = [
        {
          id: 'main',
          name: 'Main',
          features: [{ id: 'day', name: 'Day', type: 'date', required: false, min: { days_from_today: 1 } }],
        },
      ];
      const page = await mountProduct({
        ...shelf,
        rules: [],
        prices: [],
        measures: [],
        variables: [],
        drawing: undefined,
        steps,
      });
      expect(page.$('[id=day]').min).toBe('2026-06-17');
    } finally {
      vi.useRealTimers();
      vi.unstubAllEnvs();
    }
  });

  test('a date, with its bound', async () => {
    const page = await mountProduct(everything);
    const day = page.$('#day');
    expect([day.type, day.min]).toEqual(['date', '2030-01-01']);
    type(day, '2020-01-01');
    await vi.waitFor(() => expect(field(page, 'day').textContent).toContain('January 1, 2030 or later'));
    type(day, '2031-05-06');
    expect((await answers(page))['day']).toBe('2031-05-06');
  });

  test('without a companion, no file, and a reason', async () => {
    const page = await mountProduct(everything, {}, { server: undefined });
    expect(page.$('#plan').disabled).toBe(true);
    expect(field(page, 'plan').textContent).toContain('Files cannot be sent from this page');
  });
});
