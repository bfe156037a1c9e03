import { dateBound } from './date-bound.ts';
import { Entry } from './entry-field.tsx';
import type { InputProps } from './inputs.ts';

/** A text of one line or several, or a date. */
export function TextInput({ widget, state, ...common }: InputProps) {
  const { feature } = state;
  // The engine's day: one of another clock would offer what it then refuses, around midnight.
  const today = widget.state.resolved.peek().scope.today!;
  return (
    <Entry
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
