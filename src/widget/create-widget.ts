import { signal } from '@preact/signals-core';
import { canonicalConfiguration } from '../configuration/canonical.ts';
import type { Engine } from '../configuration/engine.ts';
import { emit } from './emit.ts';
import type { Opening } from './opening-answers.ts';
import type { MountOptions } from './mount.ts';
import { isPaged } from './parts-for.ts';
import { priceEvent } from './price-event.ts';
import { select as selectAll } from './select.ts';
import { State } from './state.ts';
import type { Texts } from './texts.ts';
import type { Offer, Widget } from './widget.ts';

/** How long to wait before something is said, in ms: only the last of several changes is worth hearing. */
const PAUSE_BEFORE_SPEAKING = 500;
const PAUSE_BEFORE_SAVING = 500;

/** Puts together one configurator: its state, and how the parts reach the page. */
export function createWidget(
  options: MountOptions,
  engine: Engine,
  texts: Texts,
  opening: Opening,
  life: AbortSignal,
): Widget {
  const { product } = engine;
  const { host, attributes } = options;
  let priceBefore = '';
  let hush = () => {};
  const toSay = new Map<string, string>();
  let putOff = () => {};

  const onChange = (changed: readonly string[]) => {
    const resolved = state.resolved.peek();
    if (widget.pricer) widget.pricer.reprice();
    else widget.offer.value = { state: 'base', price: state.price.peek() };
    if (changed.length) {
      const { selections, quantity } = canonicalConfiguration(product, resolved);
      widget.emit('configuration.changed', { selections, quantity, valid: resolved.valid, changed });
      putOff();
      putOff = widget.after(
        PAUSE_BEFORE_SAVING,
        () => void import('./remember.tsx').then((m) => m.remember(widget)),
      );
    }
    widget.tellPrice();
  };

  const currency = (wanted: string | undefined) =>
    wanted && product.currencies?.[wanted] ? wanted : undefined;
  const outputOf = (wanted: string | undefined) =>
    product.outputs.find(({ id }) => id === wanted) ?? product.outputs[0];
  const state = new State(engine, opening.answers, currency(attributes.currency), onChange);
  const widget: Widget = {
    options,
    product,
    texts,
    state,
    life,
    opening: opening.from,
    pricer: undefined,
    offer: signal<Offer>({ state: 'base', price: state.price.peek() }),
    paged: isPaged(product),
    step: signal((product.steps.find(({ id }) => id === attributes.step) ?? product.steps[0]!).id),
    output: signal(outputOf(attributes.output)),
    notice: signal(null),
    outcome: signal(null),
    dialog: signal(null),
    said: signal(''),
    unread: new Set(),
    settled: signal(false),
    emit: (event, data) => emit(host, event, data),
    after(ms, run) {
      const timer = setTimeout(() => life.aborted || run(), ms);
      const cancel = () => clearTimeout(timer);
      life.addEventListener('abort', cancel, { once: true });
      return cancel;
    },
    say(text, topic = '') {
      toSay.set(topic, text);
      hush();
      hush = widget.after(PAUSE_BEFORE_SPEAKING, () => {
        widget.said.value = [...toSay.values()].join('. ');
        toSay.clear();
      });
    },
    tellPrice() {
      const data = priceEvent(widget.offer.peek(), texts);
      const said = JSON.stringify(data);
      if (said === priceBefore) return;
      const { price } = widget.offer.peek();
      if (priceBefore && price.total !== null)
        widget.say(`${texts.t('total')} ${texts.money(price.total, price)}`, 'price');
      priceBefore = said;
      widget.emit('price.changed', data);
    },
    goToStep(id) {
      if (!product.steps.some((step) => step.id === id) || !state.step(id).peek().visible) return;
      if (id !== widget.step.peek()) {
        widget.step.value = id;
        widget.emit('widget.step_changed', { step_id: id });
      }
      if (!widget.paged) options.root.getElementById(`${id}-step`)?.scrollIntoView();
    },
    url: (path) => new URL(path, options.base || document.baseURI).href,
    submit: async (id) => (await import('./submit/submit.tsx')).submit(widget, id),
    follow({ currency: wanted, output, step, select }) {
      state.currency = currency(wanted);
      if (select && select !== attributes.select)
        void import('./reopen.ts').then(({ parse }) => selectAll(widget, parse(select) ?? {}));
      widget.output.value = outputOf(output);
      if (step) widget.goToStep(step);
    },
  };
  return widget;
}
