import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { embed, type EmbedOptions } from '../../src/host/index.ts';
import { codedError } from '../../src/element-api/coded-error.ts';
import { deferred } from '../../src/loader/deferred.ts';
import { mountFrame, type FrameOptions } from '../../src/loader/mount-frame.ts';
import type { Mounted } from '../../src/element-api/mounted.ts';

vi.mock('../../src/loader/mount-frame.ts', () => ({ mountFrame: vi.fn() }));

/** A frame that comes up when the test says so. */
function fakeFrame() {
  const ways = deferred<Mounted>();
  const mounted = {
    getConfiguration: vi.fn(() => Promise.resolve('configuration')),
    select: vi.fn(() => Promise.resolve()),
    goToStep: vi.fn(() => Promise.resolve()),
    reset: vi.fn(() => Promise.resolve()),
    submit: vi.fn(() => Promise.reject(codedError('invalid'))),
    update: vi.fn(),
    pricing: undefined as unknown,
    destroy: vi.fn(),
  };
  let options!: FrameOptions;
  vi.mocked(mountFrame).mockImplementationOnce((given) => {
    options = given;
    given.root.append(document.createElement('iframe-of-the-test'));
    return ways.promise;
  });
  return {
    mounted,
    come: () => ways.resolve(mounted as never),
    fail: ways.reject,
    options: () => options,
  };
}

const base = 'https://quotes.example';
const table: EmbedOptions = { base, product: 'oak-table' };
let target: HTMLElement;
const frames = () => target.querySelectorAll('iframe-of-the-test').length;
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'fine',
    ({ code }: { code: string }) => code,
  );

/** A configurator on screen. */
async function up() {
  const frame = fakeFrame();
  const shown = embed(target, table);
  frame.come();
  await shown.ready;
  return { frame, shown };
}

beforeEach(() => {
  document.body.innerHTML =
    '<div lang="de"><div id="place">Ask <a href="mailto:a@b.example">us</a></div></div>';
  target = document.querySelector('#place')!;
});
afterEach(() => {
  vi.mocked(mountFrame).mockReset();
});

describe('embed', () => {
  it('puts the frame beside what is there, and in its place once the product is on screen', async () => {
    const frame = fakeFrame();
    const { ready } = embed('#place', table);
    expect(frame.options().address.href).toBe(`${base}/embed/oak-table`);
    expect(target.textContent).toBe('Ask us');
    expect(frames()).toBe(1);
    frame.come();
    await ready;
    expect(target.textContent).toBe('');
    expect(frames()).toBe(1);
  });

  it('hands over what is wished for as attributes of the element', () => {
    const frame = fakeFrame();
    embed(target, {
      base: 'https://static.example/shop/quotelet',
      src: '/sign.json',
      currency: 'EUR',
      output: 'quote',
      step: 'size',
      theme: 'dark',
      id: 'sign',
      select: { width: 900, finishes: ['oil'] },
    });
    const { host, address, language } = frame.options();
    const { style: _, ...attributes } = Object.fromEntries(
      Array.from(host.attributes, ({ name, value }) => [name, value]),
    );
    expect(attributes).toEqual({
      currency: 'EUR',
      output: 'quote',
      step: 'size',
      theme: 'dark',
      id: 'sign',
      select: '{"width":900,"finishes":["oil"]}',
    });
    expect(address.pathname).toBe('/shop/quotelet/embed/index.html');
    expect(address.searchParams.get('src')).toBe(new URL('/sign.json', document.baseURI).href);
    expect(language).toBe('de');
  });

  it('speaks what is around the target where it says nothing itself', () => {
    const frame = fakeFrame();
    target.lang = '';
    embed(target, { base, product: 'table', lang: '' });
    expect(frame.options().language).toBe('de');
  });

  it('speaks the language given; a product may be called anything', () => {
    const frame = fakeFrame();
    embed(target, { base, product: 'a/b?c', lang: 'nl-BE' });
    expect(frame.options().language).toBe('nl-BE');
    expect(frame.options().address.href).toBe(`${base}/embed/a%2Fb%3Fc`);
  });

  it('carries out calls once it is there, and says what came of them', async () => {
    const frame = fakeFrame();
    const shown = embed(target, table);
    const early = shown.getConfiguration();
    const selecting = shown.select({ width: 900 });
    await Promise.resolve();
    expect(frame.mounted.getConfiguration).not.toHaveBeenCalled();
    frame.come();
    expect(await early).toBe('configuration');
    await selecting;
    await shown.goToStep('size');
    await shown.reset();
    expect(frame.mounted.select).toHaveBeenCalledWith({ width: 900 });
    expect(frame.mounted.goToStep).toHaveBeenCalledWith('size');
    expect(frame.mounted.reset).toHaveBeenCalled();
    expect(await codeOf(shown.submit('cart'))).toBe('invalid');
  });

  it('prices by the page, given at the start or at any time', async () => {
    const frame = fakeFrame();
    const first = () => Promise.resolve(null);
    const second = () => Promise.resolve({ total_price: 1 });
    const shown = embed(target, { ...table, pricing: first });
    expect(shown.pricing).toBe(first);
    frame.come();
    await shown.ready;
    expect(frame.mounted.pricing).toBe(first);
    shown.pricing = second;
    expect(frame.mounted.pricing).toBe(second);
    shown.pricing = null;
    expect([shown.pricing, frame.mounted.pricing]).toEqual([null, null]);
  });

  it('lets handlers hear their event until they are taken off, and prevent it', () => {
    const frame = fakeFrame();
    const { on } = embed(target, table);
    const heard = vi.fn((_data: unknown, event: Event) => event.preventDefault());
    const off = on('widget.submitting', heard);
    const detail = { id: '1', event: 'widget.submitting', data: { button_id: 'cart' } };
    const fire = () =>
      frame.options().host.dispatchEvent(new CustomEvent('widget.submitting', { detail, cancelable: true }));
    expect(fire()).toBe(false);
    expect(heard.mock.calls[0]?.[0]).toEqual({ button_id: 'cart' });
    off();
    expect(fire()).toBe(true);
    expect(heard).toHaveBeenCalledOnce();
  });

  it('leaves everything as it was where the frame does not come, and says so twice', async () => {
    const frame = fakeFrame();
    const shown = embed(target, table);
    const before = target.querySelector('a');
    const said: unknown[] = [];
    shown.on('widget.error', ({ code }) => said.push(code));
    target.addEventListener('widget.error', ({ detail }) => said.push(detail.data.message));
    frame.fail(codedError('frame_silent', 'No answer'));
    expect(await codeOf(shown.ready)).toBe('frame_silent');
    expect(said).toEqual(['frame_silent', 'No answer']);
    expect(target.innerHTML).toBe('Ask <a href="mailto:a@b.example">us</a>');
    expect(target.querySelector('a')).toBe(before);
    expect(await codeOf(shown.reset())).toBe('frame_silent');
  });

  it('puts back what was there when a frame goes silent later', async () => {
    const { frame, shown } = await up();
    const failed = vi.fn();
    shown.on('widget.error', failed);
    frame.options().failed(codedError('frame_silent'));
    expect(failed).toHaveBeenCalledOnce();
    expect(target.textContent).toBe('Ask us');
    expect(await codeOf(shown.getConfiguration())).toBe('removed');
  });

  it('puts back what was there when it is destroyed, once', async () => {
    const { frame, shown } = await up();
    shown.destroy();
    shown.destroy();
    expect(target.innerHTML).toBe('Ask <a href="mailto:a@b.example">us</a>');
    expect(frame.mounted.destroy).toHaveBeenCalledOnce();
    expect(await codeOf(shown.getConfiguration())).toBe('removed');
    await expect(frame.options().removal).rejects.toMatchObject({ code: 'removed' });
    frame.options().failed(codedError('frame_silent'));
    expect(frames()).toBe(0);
  });

  it('can be destroyed on its way', async () => {
    const frame = fakeFrame();
    const shown = embed(target, table);
    const waiting = shown.getConfiguration();
    shown.destroy();
    expect(target.innerHTML).toBe('Ask <a href="mailto:a@b.example">us</a>');
    expect([await codeOf(shown.ready), await codeOf(waiting)]).toEqual(['removed', 'removed']);
    frame.come();
    await Promise.resolve();
    expect(target.textContent).toBe('Ask us');
  });

  it('shows one configurator in a target: the last one', async () => {
    const [one, two] = [fakeFrame(), fakeFrame()];
    const first = embed(target, table);
    one.come();
    await first.ready;
    const second = embed(target, { base, product: 'roller-blind' });
    expect(one.mounted.destroy).toHaveBeenCalledOnce();
    expect(frames()).toBe(1);
    two.come();
    await second.ready;
    first.destroy();
    expect(frames()).toBe(1);
    second.destroy();
    expect(target.innerHTML).toBe('Ask <a href="mailto:a@b.example">us</a>');
  });

  it('shows the last one also where the one before was still on its way', async () => {
    const [one, two] = [fakeFrame(), fakeFrame()];
    const first = embed(target, table);
    const second = embed(target, { base, product: 'roller-blind' });
    expect(await codeOf(first.ready)).toBe('removed');
    await expect(one.options().removal).rejects.toMatchObject({ code: 'removed' });
    two.come();
    await second.ready;
    one.come();
    await Promise.resolve();
    expect([frames(), target.textContent]).toEqual([1, '']);
    first.destroy();
    expect(frames()).toBe(1);
    second.destroy();
    expect(target.innerHTML).toBe('Ask <a href="mailto:a@b.example">us</a>');
  });

  it.each<[string, string, object]>([
    ['names no product', 'no_product', { base }],
    ['names no address', 'widget_failed', { base: 'https://', product: 'oak-table' }],
  ])('remembers which one it shows when a call that %s fails there', async (_, code, options) => {
    const [one, two] = [fakeFrame(), fakeFrame()];
    const first = embed(target, table);
    one.come();
    await first.ready;
    const failed = embed(target, options as EmbedOptions);
    const errors: string[] = [];
    failed.on('widget.error', ({ code }) => errors.push(code));
    await expect(failed.ready).rejects.toThrow();
    expect(errors).toEqual([code]);
    expect(one.mounted.destroy).not.toHaveBeenCalled();
    const last = embed(target, table);
    expect(one.mounted.destroy).toHaveBeenCalledOnce();
    two.come();
    await last.ready;
    expect(frames()).toBe(1);
    last.destroy();
    expect(target.innerHTML).toBe('Ask <a href="mailto:a@b.example">us</a>');
  });

  it('forgets one that has ended: the next one finds the target as the page made it', async () => {
    const [one, two] = [fakeFrame(), fakeFrame()];
    const first = embed(target, table);
    one.come();
    await first.ready;
    one.options().failed(codedError('frame_silent'));
    target.textContent = 'Call us';
    const second = embed(target, table);
    two.come();
    await second.ready;
    expect(one.mounted.destroy).toHaveBeenCalledOnce();
    second.destroy();
    expect(target.textContent).toBe('Call us');
  });

  it.each<[string, string, object]>([
    ['no_target', '#nowhere', table],
    ['no_product', '#place', { base }],
  ])('rejects with %s', async (code, where, options) => {
    const running = fakeFrame();
    const other = embed(target, table);
    const shown = embed(where, options as EmbedOptions);
    expect(await codeOf(shown.ready)).toBe(code);
    shown.destroy();
    expect(frames()).toBe(1);
    expect(running.mounted.destroy).not.toHaveBeenCalled();
    other.destroy();
  });
});
