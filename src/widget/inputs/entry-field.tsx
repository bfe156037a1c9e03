import type { FeatureState } from '../../contract/configuration/feature-state.ts';
import type { Reading, Typed } from '../state/drafts.ts';
import { lazy } from '../mount/lazy.ts';
import type { Widget } from '../mount/widget.ts';
import { idList } from './id-list.ts';
import { matchingDraft } from './matching-draft.ts';
import { typingHandlers } from './typing-handlers.ts';

/** Few entries need one. */
const EntryNote = lazy(() => import('./entry-note.tsx'), 'EntryNote');

interface EntryFieldProps {
  readonly widget: Widget;
  readonly state: FeatureState;
  readonly described: string | undefined;
  readonly invalid: boolean;
  /** Of the control; default: the feature's path. */
  readonly id?: string;
  /** Default: the feature's. */
  readonly value?: Typed;
  /** Reads what was typed. Default: a text as it is, null if it is empty. */
  readonly read?: (text: string) => Reading | Promise<Reading>;
  /** Writes a number into the field. */
  readonly write?: (value: number) => string;
  /** Default: answers the feature. */
  readonly onValue?: (value: Typed) => void;
  /** More attributes for the control. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

const asText = (text: string): Reading => ({ value: text || null });

/** A text field whose entries are read as they are typed. */
export function EntryField({
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
}: EntryFieldProps) {
  const typed = matchingDraft(widget.drafts.at(id).value, value);
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
        aria-describedby={idList(described, noted && `${id}-note`)}
        aria-invalid={invalid || !!reading?.ask}
        aria-required={state.required}
        {...typingHandlers(widget, id, read, onValue)}
        {...attributes}
      />
      {noted && <EntryNote widget={widget} id={id} reading={noted} onValue={onValue} />}
    </>
  );
}
