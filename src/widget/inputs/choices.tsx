import { choicesOf, type Choice } from './choices-of.ts';
import { ownField } from '../state/own-field.ts';
import { EntryField } from './entry-field.tsx';
import { Dropdown } from './dropdown.tsx';
import type { InputProps } from './input-props.ts';
import { ownText } from './own-text.ts';
import { announce } from '../live-region/announce.ts';

/**
 * Every way to choose: radios, pills, swatches, pictures, checkboxes, a dropdown, yes or no, and an answer of the shopper's
 * own. All are native controls. Choices that are unavailable can still be reached, and say why.
 */
export function Choices(props: InputProps) {
  const { widget, state, invalid } = props;
  const { feature, path } = state;
  const draft = widget.drafts.at(path);
  const choices = choicesOf(widget, state, draft.value);
  const choose = (choice: Choice, event: Event) => {
    if (choice.reason) {
      event.preventDefault();
      announce(widget, `${choice.name}: ${choice.reason}`);
      return;
    }
    draft.value = choice.key === 'own' ? { own: true } : undefined;
    if (feature.type !== 'multi_choice') return widget.state.answer(path, choice.value);
    const before = Array.isArray(state.value) ? state.value : [];
    const others = before.filter((id) => id !== choice.key);
    widget.state.answer(path, choice.chosen ? others : [...others, choice.key]);
  };
  return (
    <>
      {feature.display === 'dropdown' ? (
        <Dropdown {...props} choices={choices} choose={choose} />
      ) : (
        <div class={`choices ${feature.display ?? 'pills'}`}>
          {choices.map((choice) => (
            <label key={choice.key} class="choice" part={choice.chosen ? 'choice chosen' : 'choice'}>
              <input
                type={feature.type === 'multi_choice' ? 'checkbox' : 'radio'}
                name={path}
                value={choice.key}
                checked={choice.chosen}
                aria-disabled={!!choice.reason}
                aria-describedby={choice.reason && `${path}=${choice.key}`}
                onClick={(event) => choice.reason && choose(choice, event)}
                onChange={(event) => choose(choice, event)}
              />
              {choice.image && <img src={choice.image} alt="" loading="lazy" />}
              {choice.colour && <i style={{ backgroundColor: choice.colour }} />}
              <span>
                {choice.name}
                {choice.help && <small class="muted">{choice.help}</small>}
                {choice.reason && <small id={`${path}=${choice.key}`}>{choice.reason}</small>}
              </span>
            </label>
          ))}
        </div>
      )}
      {feature.own && choices.at(-1)!.chosen && (
        <EntryField
          widget={widget}
          state={state}
          described={undefined}
          invalid={invalid}
          id={ownField(path)}
          value={ownText(state.value)}
          onValue={(own) => {
            // Keeps it picked while the text is replaced.
            draft.value = { own: true };
            widget.state.answer(path, typeof own === 'string' ? { own } : null);
          }}
          attributes={{
            'aria-label': widget.texts.text(feature.own.name),
            placeholder: widget.texts.text(feature.own.placeholder),
            maxLength: feature.own.max_length,
          }}
        />
      )}
    </>
  );
}
