import type { InputProps } from './input-props.ts';
import { formatValue } from '../text/format-value.ts';

/** A value that the product computes, read-only. */
export const Computed = ({ widget, state, described }: InputProps) => (
  <output id={state.path} part="output" aria-describedby={described}>
    {formatValue(widget.texts, state) || '–'}
  </output>
);
