import { Component, type TargetedEvent } from 'preact';
import type { FeatureState } from '../../contract/resolution.ts';
import { later } from '../later.ts';
import type { Widget } from '../widget.ts';

/** What can be typed; null is nothing. */
export type Typed = string | number | null;

/**
 * What an entry was understood as; null for nothing, or for what could not be read. `echo`: the value in words, where it was
 * not written plainly. `ask`: it could be one of these, none for what is no number at all; the shopper decides.
 */
export interface Reading {
  readonly value: Typed;
  readonly echo?: string;
  readonly ask?: readonly (readonly [number, string])[];
}

/** Few entries need a word about how they were understood. */
const EntryNote = later(() => import('./entry-note.tsx').then(({ EntryNote }) => EntryNote));

interface EntryProps {
  readonly widget: Widget;
  readonly state: FeatureState;
  readonly described: string | undefined;
  readonly invalid: boolean;
  readonly id: string;
  /** The value as it stands. */
  readonly value: Typed | undefined;
  readonly read: (text: string) => Reading | Promise<Reading>;
  /** How a number stands in the field. */
  readonly write?: (value: number) => string;
  readonly onValue: (value: Typed) => void;
  /** Further attributes of the input. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

interface EntryState {
  readonly draft?: string | undefined;
  /** Undefined while the draft still waits to be read. */
  readonly reading?: Reading | undefined;
}

/** How long after a keystroke an entry is read, in ms. */
const PAUSE = 350;

/**
 * An answer that is typed. What the shopper typed stays as it is, as long as it means the value that counts; it is read
 * when they pause, leave the field or press Enter.
 */
export class Entry extends Component<EntryProps, EntryState> {
  #wait = () => {};
  #latest = '';

  override componentWillUnmount() {
    this.#wait();
  }

  #type(draft: string) {
    this.#wait();
    this.#latest = draft;
    this.setState({ draft, reading: undefined });
    this.#wait = this.props.widget.after(PAUSE, () => void this.#commit(draft));
  }

  async #commit(draft: string) {
    this.#wait();
    this.#latest = draft;
    const read = this.props.read(draft.trim());
    const reading = read instanceof Promise ? await read : read;
    // Another key may have been pressed while an odd format was fetched.
    if (this.#latest !== draft) return;
    this.setState({ draft, reading });
    this.props.widget.unread[reading.ask ? 'add' : 'delete'](this.props.id);
    this.props.onValue(reading.value);
  }

  override render(props: EntryProps, { draft, reading }: EntryState) {
    const { state, value, attributes, onValue } = props;
    const typed = draft !== undefined && (!reading || reading.value === (value ?? null));
    const noted = typed && (reading?.echo ?? reading?.ask) ? reading : undefined;
    const Input = state.feature.multiline ? 'textarea' : 'input';
    type Typing = TargetedEvent<HTMLInputElement | HTMLTextAreaElement>;
    return (
      <>
        <Input
          id={props.id}
          part="input"
          value={typed ? draft : typeof value === 'number' ? props.write?.(value) : (value ?? '')}
          readOnly={!!state.disabled}
          aria-describedby={
            [props.described, noted && `${props.id}-note`].filter(Boolean).join(' ') || undefined
          }
          aria-invalid={props.invalid || (typed && !!reading?.ask)}
          aria-required={state.required}
          onInput={({ currentTarget }: Typing) => this.#type(currentTarget.value)}
          onChange={({ currentTarget }: Typing) => void this.#commit(currentTarget.value)}
          {...attributes}
        />
        {noted && <EntryNote widget={props.widget} id={props.id} reading={noted} onValue={onValue} />}
      </>
    );
  }
}
