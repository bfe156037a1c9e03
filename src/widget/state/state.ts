import { batch, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Answer, Answers } from '../../contract/configuration/answers.ts';
import type { FeatureState } from '../../contract/configuration/feature-state.ts';
import type { Price } from '../../contract/configuration/price.ts';
import type { StepState } from '../../contract/configuration/resolution.ts';
import type { Value } from '../../contract/configuration/value.ts';
import { answerAt, withAnswer } from '../../engine/answers.ts';
import { canonicalConfiguration } from '../../configuration/canonical-configuration.ts';
import type { Engine } from '../../engine/create-engine.ts';
import type { Resolved } from '../../engine/resolved.ts';
import { Signals } from './signals.ts';

/** Called after a change. `paths`: features whose value has changed. */
export type OnChange = (paths: readonly string[]) => void;

/** Earlier answers, the latest last. */
export type History = Signal<readonly Answers[]>;

/** Edits of one feature within this time (ms) are undone together. */
const ONE_EDIT = 1000;

/**
 * The widget's state: the answers, and what the engine makes of them. Every feature and step has its own signal, so that
 * only what a choice changed is drawn again, however long the product is.
 */
export class State {
  readonly engine: Engine;
  readonly resolved: Signal<Resolved>;
  readonly price: Signal<Price>;
  /** Whether missing answers are shown as well, not only wrong ones: after an attempt to submit. */
  readonly insisting = signal(false);
  readonly past: History = signal([]);
  readonly future: History = signal([]);
  answers: Answers;
  #currency: string | undefined;
  readonly #features = new Signals<FeatureState>();
  readonly #steps = new Signals<StepState>();
  readonly #visible = new Signals<boolean>();
  readonly #onChange: OnChange;
  #lastEdit = { path: '', time: 0 };

  constructor(engine: Engine, answers: Answers, currency: string | undefined, onChange: OnChange) {
    this.engine = engine;
    this.answers = answers;
    this.#currency = currency;
    this.#onChange = onChange;
    this.resolved = signal(engine.resolve(answers));
    this.price = signal(engine.price(this.resolved.peek(), currency));
    this.#updateSignals();
  }

  /** The state of the feature at a path; undefined if there is no such repetition. */
  feature(path: string): ReadonlySignal<FeatureState | undefined> | undefined {
    return this.#features.get(path);
  }

  step(id: string): ReadonlySignal<StepState> {
    return this.#steps.get(id) as ReadonlySignal<StepState>;
  }

  /** Whether a step is visible. It has a signal of its own, so that other changes of the step do not draw it again. */
  isVisible(id: string): boolean {
    return this.#visible.get(id)!.value!;
  }

  /** Equal for equal configurations in the same currency, however they came about. */
  fingerprint(): string {
    const configuration = canonicalConfiguration(this.engine.product, this.resolved.peek());
    return JSON.stringify([configuration, this.price.peek().currency]);
  }

  setCurrency(currency: string | undefined): void {
    this.#currency = currency;
    this.price.value = this.engine.price(this.resolved.peek(), currency);
    this.#onChange([]);
  }

  /** Takes the shopper's answer to one feature. */
  answer(path: string, value: Value, by: Answer['by'] = 'user'): void {
    const before = answerAt(this.answers, path);
    // A field that is being removed reports its content once more.
    if (!this.feature(path)?.peek()) return;
    if (before && JSON.stringify(before.value) === JSON.stringify(value)) return;
    this.become(withAnswer(this.answers, path, { value, by }, this.resolved.peek()), path);
  }

  /** Changes to other answers, as an edit that can be undone. */
  become(answers: Answers, path = ''): void {
    const { path: before, time } = this.#lastEdit;
    if (!path || path !== before || Date.now() - time > ONE_EDIT)
      this.past.value = [...this.past.peek(), this.answers];
    this.future.value = [];
    this.take(answers, path);
  }

  /** Resolves these answers and shows the result. */
  take(answers: Answers, path = ''): void {
    this.answers = answers;
    this.#lastEdit = { path, time: Date.now() };
    const changed: string[] = [];
    batch(() => {
      const { quantity } = this.resolved.peek();
      this.resolved.value = this.engine.resolve(answers, this.resolved.peek());
      this.price.value = this.engine.price(this.resolved.peek(), this.#currency);
      changed.push(...this.#updateSignals());
      if (this.resolved.peek().quantity !== quantity) changed.push('quantity');
    });
    this.#onChange(changed);
  }

  /** Updates the signals. @returns the paths whose value or visibility has changed */
  #updateSignals(): string[] {
    const { steps, features } = this.resolved.peek();
    const changed: string[] = [];
    for (const step of steps) {
      const { id } = step.step;
      this.#visible.put(id, step.visible);
      const before = this.#steps.put(id, step);
      if (before?.repetitions.length !== step.repetitions.length) changed.push(id);
    }
    for (const [path, gone] of this.#features) if (!features.has(path)) gone.value = undefined;
    for (const [path, state] of features) {
      const before = this.#features.put(path, state);
      if (before !== state && (!before || asText(before) !== asText(state))) changed.push(path);
    }
    return changed;
  }
}

const asText = ({ visible, value }: FeatureState) => (visible ? JSON.stringify(value) : '');
