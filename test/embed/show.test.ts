import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventMessage } from '../../src/contract/bridge/bridge.ts';
import type { Start } from '../../src/bridge/frame-messages.ts';
import { codedError } from '../../src/element-api/coded-error.ts';
import { watchHeight } from '../../src/bridge/watch-height.ts';
import { connect } from '../../src/embed/connect.ts';
import { keepInView } from '../../src/embed/keep-in-view.ts';
import type { Address } from '../../src/embed/read-address.ts';
import { show } from '../../src/embed/show.ts';
import { productUrl } from '../../src/loader/product-url.ts';
import { register } from '../../src/loader/register.ts';
import { emit } from '../../src/element-api/emit.ts';
import { farWindow, type FarWindow } from '../bridge/support/windows.ts';
import { answerFetch } from '../loader/support/answer-fetch.ts';
import { SHOP } from './support/host.ts';

// Each has tests of its own. An element that nobody has defined shows all the same what is put on screen.
vi.mock('../../src/bridge/watch-height.ts', () => ({ watchHeight: vi.fn() }));
vi.mock('../../src/embed/connect.ts', () => ({ connect: vi.fn() }));
vi.mock('../../src/embed/keep-in-view.ts', () => ({ keepInView: vi.fn() }));
vi.mock('../../src/loader/register.ts', () => ({ register: vi.fn() }));
vi.mock('../../src/widget/mount/mount.ts', () => ({ mount: vi.fn() }));

const start: Start = { attributes: {}, selected: undefined, url: `${SHOP}/table`, pricing: false };
/** The frame's end of the port. */
const end = { call: vi.fn(), send: vi.fn(), close: vi.fn() };
let around: FarWindow;
let asked: ReturnType<typeof answerFetch>;
let files = 0;

const main = () => document.querySelector('main')!;
const element = () => main().querySelector('quotelet-configurator');
const heard = () => around.heard.map(({ message }) => message as EventMessage);
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'shown',
    ({ code }: { code?: string }) => code,
  );

const address = (more: Partial<Address> = {}): Address => ({
  parent: SHOP,
  port: false,
  // Of its own: a product is asked for once a page.
  product: `table-${++files}`,
  src: undefined,
  attributes: {},
  preselect: undefined,
  ...more,
});
/** A product file beside the frame's document, that says this. */
const file = (product: object, more: Partial<Address> = {}) => {
  asked = answerFetch(product);
  return address({ product: 'index.html', src: `/sign-${++files}.json`, ...more });
};

beforeEach(() => {
  document.body.innerHTML = '<main><p>Loading</p></main>';
  around = farWindow();
  vi.stubGlobal('parent', around);
  asked = answerFetch({ id: 'table' });
  vi.mocked(connect).mockResolvedValue({ end, start });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

/** It is refused with this code: nothing is shown, plain listeners hear nothing, and a host end is told why. */
async function refuses(given: Address, code: string): Promise<void> {
  await expect(show(given)).rejects.toMatchObject({ code });
  expect(end.send).not.toHaveBeenCalled();
  await expect(show({ ...given, port: true })).rejects.toMatchObject({ code });
  expect(end.send).toHaveBeenCalledExactlyOnceWith('failed', { code, message: expect.any(String) as string });
  expect(main().textContent).toBe('Loading');
  expect(register).not.toHaveBeenCalled();
  expect(around.heard).toEqual([]);
}

describe('a product of the companion', () => {
  it('is shown with what the address says, and all that it takes to be there', async () => {
    const given = address({
      attributes: { lang: 'nl', currency: 'USD', id: 't', width: '900' },
      preselect: { width: '900' },
    });
    await show(given);
    expect([...main().children]).toEqual([element()]);
    expect(element()!.getAttribute('product')).toBe(given.product);
    expect(element()!.getAttribute('lang')).toBe('nl');
    expect(element()!.id).toBe('t');
    expect(element()!.hasAttribute('width')).toBe(false);
    expect(element()!.style.getPropertyValue('--quotelet-vh')).toBe(`${screen.height}px`);
    const companion = vi.mocked(register).mock.calls[0]![0];
    expect(companion).toMatchObject({ preselect: { width: '900' }, page: { url: location.href } });
    expect(await companion.load(false)).toHaveProperty('mount');
    expect(asked.mock.calls[0]![0]).toBe(productUrl(companion.base, given.product));
    expect(connect).not.toHaveBeenCalled();
  });

  it.each([undefined, SHOP])(
    'is in its language from when it is on screen, in the page %s',
    async (parent) => {
      document.documentElement.removeAttribute('lang');
      await show(address({ parent, attributes: { lang: 'nl_NL' } }));
      expect(document.documentElement.lang).toBe('');
      for (const language of ['nl-NL', 'de']) {
        emit(element()!, 'widget.ready', { language } as never);
        expect(document.documentElement.lang).toBe(language);
      }
    },
  );

  it('has its attributes from the host, where one waits', async () => {
    await show(address({ port: true, attributes: { lang: 'nl' } }));
    expect(connect).toHaveBeenCalledExactlyOnceWith(SHOP, element());
    expect(element()!.hasAttribute('lang')).toBe(false);
    expect(vi.mocked(register).mock.calls[0]![0].page).toMatchObject({ url: start.url });
  });

  it('is fetched while host and frame find each other', async () => {
    vi.mocked(connect).mockImplementation(() => {
      expect(asked).toHaveBeenCalledOnce();
      return Promise.resolve({ end, start });
    });
    await show(address({ port: true }));
    expect(connect).toHaveBeenCalledOnce();
  });

  it('is shown in any frame that the companion lets it be in, unless it says itself which', async () => {
    expect(await codeOf(show(address()))).toBe('shown');
    asked = answerFetch({ allowed_origins: ['https://other.test', SHOP] });
    expect(await codeOf(show(address()))).toBe('shown');
  });

  it.each([[['https://other.test']], [[]]])(
    'is not in others than the ones it names: %j',
    async (origins) => {
      asked = answerFetch({ allowed_origins: origins });
      await refuses(address(), 'parent_not_allowed');
    },
  );

  it('is left to the element where it does not come: that has a way to try again', async () => {
    asked = answerFetch({ error: { code: 'unknown_product', message: 'No.' } }, 404);
    expect(await codeOf(show(address()))).toBe('shown');
    expect(element()).not.toBeNull();
  });

  it('is not shown where host and frame do not understand each other', async () => {
    vi.mocked(connect).mockRejectedValue(codedError('unsupported_version'));
    expect(await codeOf(show(address({ port: true })))).toBe('unsupported_version');
    expect(register).not.toHaveBeenCalled();
  });

  it('is shown on a page of its own as on any page, whatever origins it names', async () => {
    asked = answerFetch({ allowed_origins: ['https://other.test'] });
    await show(address({ parent: undefined }));
    expect(element()).not.toBeNull();
    expect(vi.mocked(register).mock.calls[0]![0]).not.toHaveProperty('page');
    emit(element()!, 'widget.ready', {} as never);
    emit(element()!, 'widget.error', { code: 'failed', message: '' });
    expect(keepInView).not.toHaveBeenCalled();
    expect(watchHeight).not.toHaveBeenCalled();
    expect(around.heard).toEqual([]);
  });
});

describe('a product file', () => {
  it('is shown where it names the page around the frame', async () => {
    const given = file({ allowed_origins: ['https://other.test', SHOP] });
    await show(given);
    expect(element()!.getAttribute('src')).toBe(given.src);
    expect(element()!.hasAttribute('product')).toBe(false);
    expect(asked.mock.calls[0]![0]).toBe(new URL(given.src!, location.href).href);
  });

  it('is shown on pages of its own origin, named or not', async () => {
    expect(await codeOf(show(file({}, { parent: origin })))).toBe('shown');
    expect(await codeOf(show(file({ allowed_origins: [SHOP] }, { parent: origin })))).toBe('shown');
  });

  it('is not shown elsewhere: nobody but the file says who may', async () => {
    await refuses(file({}), 'parent_not_allowed');
  });

  it.each([
    [['https://other.test']],
    [[]],
    [['*']],
    [['https://sub.shop.test', 'https://shop.test:8443', 'http://shop.test', `${SHOP}/`]],
  ])('is not shown on a page that its list lacks: %j', async (origins) => {
    await refuses(file({ allowed_origins: origins }), 'parent_not_allowed');
  });

  it('that does not come is said to be missing, not to name others', async () => {
    asked = answerFetch({}, 404);
    await refuses(address({ src: '/missing.json' }), 'unreachable');
    expect(await codeOf(show(address({ src: '/missing.json', parent: origin })))).toBe('unreachable');
  });

  it.each([
    ['of another origin', 'https://evil.test/sign.json'],
    ['of another origin, its scheme left out', '//evil.test/sign.json'],
    ['of another port', 'http://localhost:1/sign.json'],
    ['in the address itself', 'data:application/json,{}'],
    ['in the address itself, called as a file is', 'data:text/plain,{}.json'],
    ['of no origin', 'blob:null/sign.json'],
    ['that is none: an upload, a page', '/api/v1/uploads/1'],
    ['that is none but for what is asked of it', '/api/v1/uploads/1?name=sign.json'],
    ['that is none but for its fragment', '/api/v1/uploads/1#sign.json'],
    ['that is called a little differently', '/sign.jsonp'],
    ['that nobody named', ''],
  ])('%s is not even asked for', async (_, src) => {
    const given = file({ allowed_origins: [SHOP, origin] }, { src });
    await refuses(given, 'src_not_allowed');
    for (const parent of [origin, undefined])
      await expect(show({ ...given, parent })).rejects.toMatchObject({ code: 'src_not_allowed' });
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('what the frame says', () => {
  it('is how high it is, once there is something, to plain listeners and the host', async () => {
    await show(address({ port: true }));
    expect(watchHeight).not.toHaveBeenCalled();
    emit(element()!, 'widget.ready', {} as never);
    emit(element()!, 'widget.ready', {} as never);
    expect(watchHeight).toHaveBeenCalledOnce();
    expect(vi.mocked(watchHeight).mock.calls[0]![0]).toBe(main());
    vi.mocked(watchHeight).mock.calls[0]![1](640);
    expect(heard()).toMatchObject([{ event: 'widget.resized', data: { height: 640 } }]);
    expect(end.send).toHaveBeenCalledExactlyOnceWith('resize', 640);
  });

  it.each([
    [['iconfigure', 'quote3d'], [{ type: 'QUOTE3D_RESIZE', height: 640, data: { height: 640 } }]],
    [['iconfigure'], []],
  ])('with the dialects %j is how high it is in those words: %j', async (dialects, said) => {
    asked = answerFetch({ dialects });
    await show(address());
    emit(element()!, 'widget.ready', {} as never);
    vi.mocked(watchHeight).mock.calls[0]![1](640);
    expect(heard().slice(1)).toEqual(said);
  });

  it('is which strip of it should come into view', async () => {
    await show(address({ port: true }));
    expect(keepInView).toHaveBeenCalledExactlyOnceWith(element(), expect.any(Function));
    vi.mocked(keepInView).mock.calls[0]![1](800, 72);
    expect(heard()).toMatchObject([{ event: 'widget.revealed', data: { top: 800, height: 72 } }]);
    expect(end.send).toHaveBeenCalledExactlyOnceWith('reveal', { top: 800, height: 72 });
  });

  it('is what went wrong with the element', async () => {
    await show(address({ port: true }));
    const data = { code: 'unreachable', message: 'No.' } as const;
    emit(element()!, 'widget.error', data);
    expect(heard()).toMatchObject([{ event: 'widget.error', data }]);
    expect(end.send).toHaveBeenCalledExactlyOnceWith('failed', data);
  });

  it('goes to the origin that the address names', async () => {
    await show(address());
    emit(element()!, 'widget.error', { code: 'unreachable', message: 'No.' });
    expect(around.heard).toMatchObject([{ origin: SHOP }]);
  });
});
