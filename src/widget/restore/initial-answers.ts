import type { Answers } from '../../contract/configuration/answers.ts';
import type { Widget } from '../mount/widget.ts';

/** The answers that a configuration starts with. */
export interface InitialAnswers {
  readonly answers: Answers;
  /** Tells the shopper where they come from, and the page what could not be read. To be called before the first render. */
  readonly explain?: ((widget: Widget) => unknown) | undefined;
}
