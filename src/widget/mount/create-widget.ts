import { pathOfField } from '../state/own-field.ts';
import { signal } from '@preact/signals';
import { uniqueId } from '../../element-api/unique-id.ts';
import type { Answers } from '../../contract/configuration/answers.ts';
import type { Widget } from './widget.ts';
import { loadOrReport } from './load-or-report.tsx';
import type { Texts } from '../text/texts.ts';
import { State } from '../state/state.ts';
import { currencyOf } from '../pricing/currency-of.ts';
import { isPaged } from './is-paged.ts';
import { emit } from '../../element-api/emit.ts';
import type { MountOptions } from '../../element-api/mount-options.ts';
import { VERSION } from '../../bridge/version.ts';
import { Drafts } from '../state/drafts.ts';
import type { EventMessage } from '../../contract/bridge/bridge.ts';
import type { Engine } from '../../engine/create-engine.ts';

/** Puts one configurator together: its state, and how its parts reach the page. */
export function createWidget(
  options: MountOptions,
  engine: Engine,
  texts: Texts,
  answers: Answers,
  life: AbortSignal,
): Widget {
  const { product } = engine;
  const { steps, outputs } = product;
  const { currency, output, step } = options.attributes;
  const { page, host } = options;
  const instance = host.id || uniqueId();
  const changed = new Set<string>();
  const state = new State(engine, answers, currencyOf(product, currency), (paths) => {
    for (const path of paths) changed.add(path);
    widget.pricer?.edited();
    widget.changes.value++;
  });
  const widget: Widget = {
    options,
    product,
    texts,
    state,
    life,
    changed,
    changes: signal(0),
    drafts: new Drafts((id) => id === 'quantity' || !!state.feature(pathOfField(id))?.peek()?.visible),
    externalPrice: signal(),
    paged: isPaged(product),
    step: signal((steps.find(({ id }) => id === step) ?? steps[0]!).id),
    output: signal(outputs.find(({ id }) => id === output) ?? outputs[0]),
    notice: signal(null),
    outcome: signal(null),
    dialog: signal(null),
    contact: {},
    said: signal(''),
    ready: signal(false),
    printing: signal(false),
    post(message) {
      const send = (plain = message) => (page ? page.post(plain) : postMessage(plain, origin));
      try {
        send();
      } catch {
        try {
          // The page may have passed something that cannot be cloned, such as a proxy.
          send(JSON.parse(JSON.stringify(message)));
        } catch {
          // An opaque origin, or a circular structure.
        }
      }
    },
    emit: (event, data) =>
      emit(host, event, data, (detail) =>
        widget.post({ source: 'quotelet', version: VERSION, instance, ...detail } satisfies EventMessage),
      ),
    after(ms, run) {
      const cancel = () => {
        clearTimeout(timer);
        life.removeEventListener('abort', cancel);
      };
      const timer = setTimeout(() => {
        cancel();
        if (!life.aborted) run();
      }, ms);
      life.addEventListener('abort', cancel);
      return cancel;
    },
    url: (path) => new URL(path, options.base || document.baseURI).href,
    submit: async (id) => (await loadOrReport(widget, import('../submit/submit.tsx'))).submit(widget, id),
  };
  return widget;
}
