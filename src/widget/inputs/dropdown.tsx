import type { Choice } from './choices-of.ts';
import type { InputProps } from './input-props.ts';

interface DropdownProps extends InputProps {
  readonly choices: readonly Choice[];
  readonly choose: (choice: Choice, event: Event) => void;
}

/** Choices in a native select. An unavailable one says why in its line, and picking it changes nothing. */
export function Dropdown({ widget, state, described, invalid, choices, choose }: DropdownProps) {
  const chosen = choices.find((choice) => choice.chosen)?.key ?? '';
  return (
    <select
      id={state.path}
      part="input"
      aria-describedby={described}
      aria-invalid={invalid}
      aria-required={state.required}
      value={chosen}
      onChange={(event) => {
        const { currentTarget } = event;
        const choice = choices.find(({ key }) => key === currentTarget.value);
        if (choice?.reason) currentTarget.value = chosen;
        if (choice) choose(choice, event);
      }}
    >
      {!chosen && <option value="">{widget.texts.t('choose')}</option>}
      {choices.map(({ key, name, reason }) => (
        <option key={key} value={key}>
          {reason ? `${name} – ${reason}` : name}
        </option>
      ))}
    </select>
  );
}
