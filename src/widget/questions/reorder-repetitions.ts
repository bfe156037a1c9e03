import { batch } from '@preact/signals';
import type { Answer } from '../../contract/configuration/answers.ts';
import { withRepetitions } from '../../engine/answers.ts';
import { announce } from '../live-region/announce.ts';
import type { Widget } from '../mount/widget.ts';
import { moveDrafts } from '../state/move-drafts.ts';
import type { State } from '../state/state.ts';

type Order = readonly number[];

/** A change of a step's repetitions: one added, copied, removed or moved. */
export interface Reordering {
  /** Index of the repetition in question, -1 for none. */
  readonly at: number;
  /** Returns the new order: for each place the index of the repetition that goes there, -1 for a new one. */
  readonly change: (order: number[], at: number) => Order;
  /** Announced when it is done. */
  readonly message: string;
  /** Index of the repetition to focus, or a button in it; -1 for the one that adds. */
  readonly focus: number;
  readonly button?: string;
}

/** The orders that each step has been given so far: a click that waits meanwhile needs them to find its repetition again. */
const history = new WeakMap<ReturnType<State['step']>, Order[]>();

/** Gives a step's repetitions a new order, announces it and moves the focus. */
export async function reorderRepetitions(
  widget: Widget,
  step: string,
  { at, change, message, focus, button }: Reordering,
): Promise<void> {
  const { state, drafts } = widget;
  const current = state.step(step);
  const orders = history.get(current) ?? [];
  history.set(current, orders);
  const since = orders.length;
  // Entries just typed belong to the old order.
  await drafts.flush('typed');
  for (const order of orders.slice(since)) if (at >= 0 && (at = order.indexOf(at)) < 0) return;
  const { repetitions, min = 0, max = Infinity } = current.peek();
  const order = change(
    repetitions.map((_, index) => index),
    at,
  );
  const { length } = order;
  if (length > repetitions.length ? length > max : length < repetitions.length && length < min) return;
  orders.push(order);
  const before = state.answers.steps[step];
  batch(() => {
    moveDrafts(drafts, step, order);
    state.become(
      withRepetitions(
        state.answers,
        step,
        order.map((index): Readonly<Record<string, Answer>> => before?.[index] ?? {}),
      ),
    );
  });
  announce(widget, message);
  widget.after(0, () => {
    const target = widget.options.root.getElementById(focus < 0 ? `${step}-add` : `${step}-${focus}`);
    const control =
      button && target?.querySelector<HTMLElement>(`[data-does=${button}]:not([aria-disabled=true])`);
    (control || target)?.focus();
  });
}
