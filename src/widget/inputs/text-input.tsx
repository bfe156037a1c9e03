import { dateBound } from './date-bound.ts';
import { EntryField } from './entry-field.tsx';
import type { InputProps } from './input-props.ts';

/** A text of one or more lines, or a date. */
export function TextInput({ widget, state, ...common }: InputProps) {
  const { feature } = state;
  // The engine's date: around midnight, another clock would offer a day that the engine then refuses.
  const today = widget.state.resolved.peek().scope.today!;
  return (
    <EntryField
      {...common}
      widget={widget}
      state={state}
      attributes={{
        type: feature.type,
        placeholder: widget.texts.text(feature.placeholder),
        min: dateBound(feature.min_date, today),
        max: dateBound(feature.max_date, today),
      }}
    />
  );
}
