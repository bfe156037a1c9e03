import type * as Methods from './element-methods.ts';
import { LazyIssues } from '../questions/lazy-issues.ts';
import type { Mounted } from '../../element-api/mounted.ts';
import { createElement, render } from 'preact';
import { adoptStyle } from '../style/adopt-style.ts';
import { createEngine } from '../../engine/create-engine.ts';
import type { MountOptions } from '../../element-api/mount-options.ts';
import { App, Alerts } from './app.tsx';
import { toPublishedProduct } from './to-published-product.ts';
import { afterLoad } from './after-load.tsx';
import style from '../style/first-screen.css?inline';
import { createWidget } from './create-widget.ts';
import { loadTexts } from '../text/load-texts.ts';
import type { HostPricing } from '../../element-api/host-pricing.ts';
import { loadParts } from './load-parts.ts';
import { readInitialAnswers } from '../restore/read-initial-answers.ts';

type MethodName = keyof typeof Methods;

/** Shows a product in a shadow root. Resolves when it is on screen and `widget.ready` has been fired. */
export async function mount(options: MountOptions): Promise<Mounted> {
  const { root } = options;
  const product = await toPublishedProduct(options.product);
  const engine = createEngine(product);
  const [texts, initial] = await Promise.all([
    loadTexts(options.language, product.languages),
    readInitialAnswers(engine, options),
    ...loadParts(product),
  ]);

  const life = new AbortController();
  const widget = createWidget(options, engine, texts, initial.answers, life.signal);
  // Messages that are shown from the start must not push the questions down later.
  if (widget.state.resolved.peek().issues.some(({ kind }) => kind !== 'incomplete'))
    await Promise.all([Alerts.load(), LazyIssues.load()]);
  await initial.explain?.(widget);
  adoptStyle(root, style);
  root.replaceChildren();
  render(createElement(App, { widget }), root);
  widget.emit('widget.ready', {
    product_id: product.id,
    product_version: product.version,
    language: texts.language,
  });
  // Now for everything that is not needed to see and answer the questions.
  widget.after(0, () => afterLoad(widget));

  /** Calls are carried out in order; the first one loads the code that carries them out. */
  let queue: Promise<unknown> = Promise.resolve();
  const run = (name: MethodName, given?: unknown): Promise<unknown> =>
    queue
      .then(() => import('./element-methods.ts'))
      .then((methods): unknown => methods[name](widget, given as never));
  const call =
    (name: MethodName) =>
    (given?: unknown): Promise<never> => {
      const result = run(name, given);
      queue = result.catch(() => {});
      return result as Promise<never>;
    };
  return {
    // It may wait for a file, which must not hold up other calls.
    getConfiguration: () => run('getConfiguration') as Promise<never>,
    select: call('select'),
    goToStep: call('goToStep'),
    reset: call('reset'),
    submit: (buttonId) => queue.then(() => widget.submit(buttonId)),
    set pricing(pricing: HostPricing | null | undefined) {
      void call('priceByHost')(pricing);
    },
    update: (attributes) => void call('update')(attributes),
    destroy() {
      life.abort();
      render(null, root);
    },
  };
}
