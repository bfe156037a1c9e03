import { createElement, render } from 'preact';
import type { HostPricing } from '../../element-api/host-pricing.ts';
import type { MountOptions } from '../../element-api/mount-options.ts';
import type { Mounted } from '../../element-api/mounted.ts';
import { createEngine } from '../../engine/create-engine.ts';
import { adoptStyle } from '../style/adopt-style.ts';
import { App, Alerts } from './app.tsx';
import { createWidget } from './create-widget.ts';
import { readInitialAnswers } from '../restore/read-initial-answers.ts';
import type * as PageCalls from './element-methods.ts';
import { partsFor } from './parts-for.ts';
import { publishedProduct } from './published-product.ts';
import style from '../style/style.css?inline';
import { Issues } from '../questions/field.tsx';
import { afterLoad } from './after-load.tsx';
import { loadTexts } from '../text/texts.ts';

/** Shows a product in a shadow root. Resolves when it is on screen and `widget.ready` has been fired. */
export async function mount(options: MountOptions): Promise<Mounted> {
  const { root } = options;
  const product = await publishedProduct(options.product);
  const engine = createEngine(product);
  const [texts, initial] = await Promise.all([
    loadTexts(options.language, product.languages),
    readInitialAnswers(engine, options),
    ...partsFor(product),
  ]);

  const life = new AbortController();
  const widget = createWidget(options, engine, texts, initial.answers, life.signal);
  // What is said above and beside the questions from the start must not push them down later.
  if (widget.state.resolved.peek().issues.some(({ kind }) => kind !== 'incomplete'))
    await Promise.all([Alerts.load(), Issues.load()]);
  await initial.explain?.(widget);
  adoptStyle(root, style);
  root.replaceChildren();
  render(createElement(App, { widget }), root);
  widget.emit('widget.ready', {
    product_id: product.id,
    product_version: product.version,
    language: texts.language,
  });
  // Whatever is not needed to see and answer the questions comes now.
  widget.after(0, () => afterLoad(widget));

  const calls = () => import('./element-methods.ts');
  let queue: Promise<unknown> = Promise.resolve();
  const call = <T>(run: (calls: typeof PageCalls) => T | Promise<T>): Promise<T> => {
    const result = queue.then(calls).then(run);
    queue = result.catch(() => {});
    return result;
  };
  return {
    // It may have to wait for a file, and nothing has to wait for it.
    getConfiguration: () => queue.then(calls).then(({ report }) => report(widget)),
    select: (partial) => call(({ select }) => select(widget, partial)),
    goToStep: (id) => call(({ turnToStep }) => turnToStep(widget, id)),
    reset: () => call(({ reset }) => reset(widget)),
    submit: (buttonId) => queue.then(() => widget.submit(buttonId)),
    set pricing(pricing: HostPricing | null | undefined) {
      void call(({ priceBy }) => priceBy(widget, pricing));
    },
    update: (attributes) => void call(({ followAttributes }) => followAttributes(widget, attributes)),
    destroy() {
      life.abort();
      render(null, root);
    },
  };
}
