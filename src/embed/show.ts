import type { PublishedProduct } from '../contract/published/published-product.ts';
import { codedError, type CodedError } from '../element-api/coded-error.ts';
import { watchHeight } from '../bridge/watch-height.ts';
import { messagesOnResize } from '../dialects/messages-on-resize.ts';
import { loadProduct } from '../loader/load-product.ts';
import { productUrl } from '../loader/product-url.ts';
import { register } from '../loader/register.ts';
import { connect } from './connect.ts';
import { keepInView } from './keep-in-view.ts';
import { ParentPage } from './parent-page.ts';
import type { Address } from './read-address.ts';
import { takeAttributes } from './take-attributes.ts';

/**
 * Shows the product, and passes on to the page around the frame what the element says: by plain messages, and on the port
 * where a host end waits.
 *
 * @throws CodedError `src_not_allowed`, `parent_not_allowed`, `unsupported_version`
 */
export async function show({ parent: around, port, product, src, ...address }: Address): Promise<void> {
  const base = new URL(/* @vite-ignore */ '..', import.meta.url).href;
  const url = src === undefined ? new URL(productUrl(base, product)) : new URL(src, document.baseURI);
  // An address must not be able to bring in somebody else's product: not from elsewhere, nor one that was uploaded.
  const ours = src === undefined || (url.origin === origin && url.pathname.endsWith('.json'));
  // Fetched while host and frame find each other; the element asks for both again and gets the same.
  const load = () => import('../widget/mount/mount.ts');
  load().catch(() => {});
  const fetched = ours ? loadProduct(url.href) : Promise.resolve({});
  // Where the companion's product does not come, the element says so, with a way to try again.
  const definition = src === undefined ? fetched.catch(() => ({})) : fetched;

  const element = document.createElement('quotelet-configurator');
  const host = port ? await connect(around!, element) : undefined;
  const { dialects } = await definition
    .then((product) => {
      if (!ours) throw codedError('src_not_allowed', 'src has to be a .json file of this origin.');
      const { allowed_origins } = product as Partial<PublishedProduct>;
      // What the companion serves, it has looked at itself. A static file has nobody else to ask.
      const allowed = src === undefined ? allowed_origins : [origin, ...(allowed_origins ?? [])];
      if (around !== undefined && allowed && !allowed.includes(around))
        throw codedError('parent_not_allowed', `allowed_origins of this product lacks ${around}.`);
      return product as Partial<PublishedProduct>;
    })
    .catch((error: CodedError) => {
      host?.end.send('failed', { code: error.code, message: error.message });
      throw error;
    });

  const main = document.querySelector('main')!;
  const { preselect, attributes } = address;
  if (!host) takeAttributes(element, attributes);
  const page = around === undefined ? undefined : new ParentPage(around, host, element);
  register({ base, load, ...(page && { page }), ...(preselect && { preselect }) });
  element.setAttribute(src === undefined ? 'product' : 'src', src ?? product);
  main.replaceChildren(element);
  element.addEventListener('widget.ready', ({ detail }) => {
    document.documentElement.lang = detail.data.language;
  });
  if (!page) return;
  // A frame is as high as what is in it: that must not be as high as the frame.
  element.style.setProperty('--quotelet-vh', `${screen.height}px`);
  element.addEventListener('widget.error', ({ detail }) => page.forwardError(detail));
  keepInView(element, (top, height) => {
    const strip = { top, height };
    page.send('widget.revealed', strip);
    host?.end.send('reveal', strip);
  });
  const say = (height: number) => {
    page.send('widget.resized', { height });
    host?.end.send('resize', height);
    for (const dialect of dialects ?? []) {
      const message = messagesOnResize[dialect]?.(height);
      if (message) page.post(message);
    }
  };
  // What keeps the room meanwhile is as high as the frame itself, and has no name yet to say it by.
  element.addEventListener('widget.ready', () => watchHeight(main, say), { once: true });
}
