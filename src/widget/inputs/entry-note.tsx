import type { Value } from '../../contract/value.ts';
import type { Widget } from '../widget.ts';
import type { Reading } from './entry.tsx';

interface NoteProps {
  readonly widget: Widget;
  readonly reading: Reading;
  readonly onValue: (value: Value) => void;
}

/** How an entry was understood: "= 927 mm"; or, where it could mean two things, "Did you mean 1200 mm?". */
export const EntryNote = ({ widget, reading: { echo, ask = [] }, onValue }: NoteProps) => (
  <p class="note" role="status">
    {echo && `= ${echo}`}
    {ask.map(([value, inWords]) => (
      <button type="button" class="repair" key={value} onClick={() => onValue(value)}>
        {widget.texts.t('did_you_mean', { value: inWords })}
      </button>
    ))}
  </p>
);
