import type { PublishedProduct } from '../contract/published.ts';
import { codedError } from '../bridge/coded-error.ts';
import { watchHeight } from '../bridge/watch-height.ts';
import { quote3dResize } from '../dialects/quote3d.ts';
import { loadProduct } from '../loader/load-product.ts';
import { productUrl } from '../loader/product-url.ts';
import { register } from '../loader/register.ts';
import { connect } from './connect.ts';
import { keepInView } from './keep-in-view.ts';
import { PageAround } from './page-around.ts';
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
  // Whoever makes an address must not bring a product of their own along: not from elsewhere, nor one they have uploaded.
  const ours = src === undefined || (url.origin === origin && url.pathname.endsWith('.json'));
  // Fetched while host and frame find each other; the element asks for both again and gets the same.
  const load = () => import('../widget/mount.ts');
  load().catch(() => {});
  // Where it does not come, the element says so, with a way to try again.
  const definition = ours ? loadProduct(url.href).catch((): unknown => ({})) : undefined;

  const element = document.createElement('quotelet-configurator');
  const host = port ? await connect(around!, element) : undefined;
  const { allowed_origins: listed, dialects } = ((await definition) ?? {}) as Partial<PublishedProduct>;
  // What the companion serves, it has looked at itself. A static file has nobody else to ask.
  const allowed = src === undefined ? listed : [origin, ...(listed ?? [])];
  const problem = !ours
    ? codedError('src_not_allowed', 'src has to be a .json file of the origin of this frame.')
    : around !== undefined && allowed && !allowed.includes(around)
      ? codedError('parent_not_allowed', `allowed_origins of this product lacks ${around}.`)
      : undefined;
  if (problem) {
    host?.end.tell('failed', { code: problem.code, message: problem.message });
    throw problem;
  }

  const main = document.querySelector('main')!;
  const page = around === undefined ? undefined : new PageAround(around, host, element);
  const { preselect, attributes } = address;
  register({ base, load, ...(page && { page }), ...(preselect && { preselect }) });
  element.setAttribute(src === undefined ? 'product' : 'src', src ?? product);
  if (!host) takeAttributes(element, attributes);
  if (page) element.style.setProperty('--quotelet-vh', `${screen.height}px`);
  main.replaceChildren(element);
  if (!page) return;
  element.addEventListener('widget.error', ({ detail }) => page.hear(detail));
  keepInView(element, (top, height) => {
    page.tell('widget.revealed', { top, height });
    host?.end.tell('reveal', { top, height });
  });
  const say = (height: number) => {
    page.tell('widget.resized', { height });
    host?.end.tell('resize', height);
    if (dialects?.includes('quote3d')) page.post(quote3dResize(height));
  };
  // What keeps the room meanwhile is as high as the frame itself, and has no name yet to say it by.
  element.addEventListener('widget.ready', () => watchHeight(main, say, new AbortController().signal), {
    once: true,
  });
}
