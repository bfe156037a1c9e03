import type { FeatureState } from '../../contract/configuration/resolution.ts';
import type { Draft, Reading, Typed } from '../state/drafts.ts';
import { lazy } from '../mount/lazy.ts';
import type { Widget } from '../mount/widget.ts';
import { typing } from './typing-handlers.ts';

/** Few entries need a word about how they were understood. */
const EntryNote = lazy(() => import('./entry-note.tsx').then(({ EntryNote }) => EntryNote));

interface EntryProps {
  readonly widget: Widget;
  readonly state: FeatureState;
  readonly described: string | undefined;
  readonly invalid: boolean;
  /** Of the field; default: the feature's path. */
  readonly id?: string;
  /** As it stands; default: the feature's. */
  readonly value?: Typed;
  /** Default: a text as it is, nothing for an empty one. */
  readonly read?: (text: string) => Reading | Promise<Reading>;
  /** How a number stands in the field. */
  readonly write?: (value: number) => string;
  /** Default: answers the feature. */
  readonly onValue?: (value: Typed) => void;
  /** Further attributes of the input. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** The draft of an entry as long as it means the value that counts: what the shopper typed then stays as it is. */
export const standing = (draft: Draft | undefined, value: Typed | undefined) =>
  draft?.text !== undefined && (!draft.reading || draft.reading.value === (value ?? null))
    ? draft
    : undefined;

const asText = (text: string): Reading => ({ value: text || null });

/** An answer that is typed. */
export function Entry({
  widget,
  state,
  described,
  invalid,
  id = state.path,
  value = state.value as Typed,
  read = asText,
  write,
  onValue = (typed) => widget.state.answer(state.path, typed),
  attributes,
}: EntryProps) {
  const typed = standing(widget.drafts.at(id).value, value);
  const reading = typed?.reading;
  const noted = (reading?.echo ?? reading?.ask) && reading;
  const Input = state.feature.multiline ? 'textarea' : 'input';
  return (
    <>
      <Input
        id={id}
        part="input"
        value={typed?.text ?? (typeof value === 'number' ? write?.(value) : (value ?? ''))}
        readOnly={!!state.disabled}
        aria-describedby={[described, noted && `${id}-note`].filter(Boolean).join(' ') || undefined}
        aria-invalid={invalid || !!reading?.ask}
        aria-required={state.required}
        {...typing(widget, id, read, onValue)}
        {...attributes}
      />
      {noted && <EntryNote widget={widget} id={id} reading={noted} onValue={onValue} />}
    </>
  );
}
