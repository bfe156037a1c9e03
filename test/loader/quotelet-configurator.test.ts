import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventDetail } from '../../src/element-api/widget-events.ts';
import type { QuoteletConfigurator } from '../../src/loader/quotelet-configurator.ts';
import { answerFetch } from './support/answer-fetch.ts';
import { BASE, mounts, widget } from './support/fake-widget.ts';

let product = 0;
/** A product nobody asked for yet: answers are remembered for as long as the page lives. */
const fresh = () => `table-${++product}`;

function element(attributes: Record<string, string>): QuoteletConfigurator {
  const made = document.createElement('quotelet-configurator');
  made.innerHTML = '<a href="mailto:sales@shop.test">Ask us</a>';
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

function shown(attributes: Record<string, string>): QuoteletConfigurator {
  const made = element(attributes);
  document.body.append(made);
  return made;
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const slots = (made: Element) => made.shadowRoot!.querySelectorAll('slot').length;
const last = () => mounts.at(-1)!;

beforeEach(() => {
  mounts.length = 0;
  widget.load = () => Promise.resolve();
  document.body.replaceChildren();
  document.documentElement.lang = 'nl';
});
afterEach(async () => {
  document.body.replaceChildren();
  await settled();
  vi.unstubAllGlobals();
});

describe('showing', () => {
  it('shows the fallback in a reserved box until the widget is there', async () => {
    answerFetch({ id: 'table' });
    const made = shown({ product: fresh() });
    await Promise.resolve();
    expect(slots(made)).toBe(1);
    expect(made.shadowRoot!.querySelector('slot')!.style.minHeight).toContain('--quotelet-min-height');
    await settled();
    expect(slots(made)).toBe(0);
  });

  it('mounts with the product, the companion and the attributes the widget follows', async () => {
    const fetched = answerFetch({ id: 'table' });
    const id = fresh();
    const made = shown({ product: id, currency: 'USD', step: 'legs' });
    await settled();
    expect(fetched.mock.calls.map(([url]) => url)).toEqual([`${BASE}api/v1/products/${id}`]);
    expect(last().options).toMatchObject({
      host: made,
      root: made.shadowRoot,
      base: BASE,
      server: BASE,
      product: { id: 'table' },
      language: 'nl',
      attributes: { currency: 'USD', step: 'legs' },
    });
  });

  it('takes a product file from the page, and then knows no server', async () => {
    const fetched = answerFetch({ id: 'part' });
    const file = `${fresh()}.json`;
    shown({ src: file });
    await settled();
    expect(fetched.mock.calls[0]![0]).toBe(new URL(file, document.baseURI).href);
    expect(last().options.server).toBeUndefined();
  });

  it('asks for a product once, however many elements show it', async () => {
    const fetched = answerFetch({ id: 'table' });
    const id = fresh();
    shown({ product: id });
    shown({ product: id });
    await settled();
    shown({ product: id });
    await settled();
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(mounts).toHaveLength(3);
  });

  it('prefers its own language, then the nearest, then the browser’s', async () => {
    answerFetch({});
    const id = fresh();
    document.documentElement.removeAttribute('lang');
    shown({ product: id });
    await settled();
    expect(last().options.language).toBe(navigator.language);
    const section = document.createElement('section');
    section.lang = 'de';
    section.append(element({ product: id }));
    document.body.append(section);
    await settled();
    expect(last().options.language).toBe('de');
    shown({ product: id, lang: 'en-GB' });
    await settled();
    expect(last().options.language).toBe('en-GB');
    // Templates write it so where they know none.
    section.append(element({ product: id, lang: '' }));
    await settled();
    expect(last().options.language).toBe('de');
    const form = document.createElement('form');
    form.setAttribute('lang', 'de');
    // As browsers do for `<input name="lang">`.
    Object.defineProperty(form, 'lang', { value: document.createElement('input') });
    form.append(element({ product: id }));
    document.body.append(form);
    await settled();
    expect(last().options.language).toBe('de');
  });
});

describe('moving and removing', () => {
  it('keeps the widget when the element is moved', async () => {
    answerFetch({});
    const made = shown({ product: fresh() });
    await settled();
    const aside = document.createElement('aside');
    document.body.append(aside);
    aside.append(made);
    await settled();
    expect(mounts).toHaveLength(1);
    expect(last().mounted.destroy).not.toHaveBeenCalled();
  });

  it('destroys the widget when the element is removed, and mounts anew when it returns', async () => {
    answerFetch({});
    const made = shown({ product: fresh() });
    await settled();
    made.remove();
    await settled();
    expect(last().mounted.destroy).toHaveBeenCalledTimes(1);
    document.body.append(made);
    await settled();
    expect(mounts).toHaveLength(2);
  });

  it('mounts nothing when it was removed while loading', async () => {
    answerFetch({});
    const made = shown({ product: fresh() });
    await Promise.resolve();
    made.remove();
    await settled();
    expect(mounts).toHaveLength(0);
  });

  it('rejects calls that wait when the element is removed', async () => {
    answerFetch({});
    widget.load = () => new Promise(() => {});
    const made = shown({ product: fresh() });
    const waiting = made.submit('cart');
    await settled();
    made.remove();
    await expect(waiting).rejects.toMatchObject({ code: 'removed' });
  });
});

describe('attributes', () => {
  it('hands on what the widget follows and mounts anew for another product', async () => {
    answerFetch({});
    const made = shown({ product: fresh() });
    await settled();
    made.setAttribute('currency', 'USD');
    expect(last().mounted.update).toHaveBeenCalledWith({ currency: 'USD' });
    made.setAttribute('currency', 'USD');
    expect(last().mounted.update).toHaveBeenCalledTimes(1);
    made.setAttribute('product', fresh());
    made.setAttribute('lang', 'de');
    await settled();
    expect(mounts).toHaveLength(2);
    expect(mounts[0]!.mounted.destroy).toHaveBeenCalledTimes(1);
    expect(last().options.language).toBe('de');
  });
});

describe('methods', () => {
  it('wait for the widget, also when called before the element is in the document', async () => {
    answerFetch({});
    const made = element({ product: fresh() });
    const calls = [made.select({ width: 900 }), made.submit('cart'), made.getConfiguration()];
    document.body.append(made);
    const [, submitted, configuration] = await Promise.all(calls);
    expect(last().mounted.select).toHaveBeenCalledWith({ width: 900 });
    expect(submitted).toEqual({ button: 'cart' });
    expect(configuration).toEqual({ product_id: 'table' });
  });

  it('takes over pricing that was set before and after the widget came', async () => {
    answerFetch({});
    const made = element({ product: fresh() });
    const first = () => Promise.resolve(null);
    const second = () => Promise.resolve(null);
    made.pricing = first;
    document.body.append(made);
    await settled();
    expect(last().mounted.pricing).toBe(first);
    made.pricing = second;
    expect(last().mounted.pricing).toBe(second);
    expect(made.pricing).toBe(second);
  });

  it('takes over a property that was set before the element was upgraded', async () => {
    answerFetch({});
    const made = element({ product: fresh() });
    const pricing = () => Promise.resolve(null);
    Object.defineProperty(made, 'pricing', {
      value: pricing,
      configurable: true,
      writable: true,
      enumerable: true,
    });
    document.body.append(made);
    await settled();
    expect(Object.hasOwn(made, 'pricing')).toBe(false);
    expect(last().mounted.pricing).toBe(pricing);
  });
});

describe('failing', () => {
  async function failing(attributes: Record<string, string>) {
    const details: EventDetail<'widget.error'>[] = [];
    const listen = (event: CustomEvent<EventDetail<'widget.error'>>) => details.push(event.detail);
    document.addEventListener('widget.error', listen);
    const made = shown(attributes);
    await settled();
    document.removeEventListener('widget.error', listen);
    return { made, details };
  }

  it('keeps the fallback, says so, and tries again on request', async () => {
    answerFetch({ error: { code: 'not_found', message: 'There is no product "x".' } }, 404);
    const { made, details } = await failing({ product: fresh() });
    expect(details.map(({ event, data }) => [event, data.code, data.message])).toEqual([
      ['widget.error', 'not_found', 'There is no product "x".'],
    ]);
    expect(slots(made)).toBe(1);
    const notice = made.shadowRoot!.querySelector('[role=alert]')!;
    expect(notice.textContent).toContain('Laden is mislukt.');
    await expect(made.getConfiguration()).rejects.toMatchObject({ code: 'not_found' });

    answerFetch({ id: 'table' });
    notice.querySelector('button')!.click();
    await made.getConfiguration();
    expect(mounts).toHaveLength(1);
    expect(slots(made)).toBe(0);
  });

  it('names the origin when there is no answer that it may read', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const { details } = await failing({ product: fresh() });
    expect(details[0]!.data.code).toBe('unreachable');
    expect(details[0]!.data.message).toContain(location.origin);
  });

  it.each([
    ['a page that says 404', '<h1>404</h1>', 404],
    ['an error of somebody else', '{"message":"gone"}', 410],
    ['a page', '<!doctype html>', 200],
    ['nothing', '', 200],
    ['null', 'null', 200],
  ])('names the address where there is %s in place of a product', async (_, body, status) => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));
    const src = `/${fresh()}.json`;
    const { details } = await failing({ src });
    expect(details[0]!.data.code).toBe('unreachable');
    expect(details[0]!.data.message).toContain(`No product at ${new URL(src, location.href).href}.`);
  });

  it('says what is missing when it has no product', async () => {
    const fetched = answerFetch({});
    const { details } = await failing({});
    expect(details[0]!.data.code).toBe('no_product');
    expect(fetched).not.toHaveBeenCalled();
  });

  it('fails likewise when the widget’s code does not come', async () => {
    answerFetch({});
    widget.load = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
    const { made, details } = await failing({ product: fresh() });
    expect(details[0]!.data.code).toBe('widget_failed');
    expect(made.shadowRoot!.querySelector('[role=alert]')).not.toBeNull();
  });
});
