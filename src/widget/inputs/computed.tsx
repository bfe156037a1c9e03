import type { InputProps } from './inputs.ts';
import { display } from '../text/format-value.ts';

/** What the product works out: read-only. */
export const Computed = ({ widget, state, described }: InputProps) => (
  <output id={state.path} part="output" aria-describedby={described}>
    {display(widget.texts, state) || '–'}
  </output>
);
