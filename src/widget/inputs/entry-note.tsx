import { adoptStyle } from '../style/adopt-style.ts';
import messages from '../style/notices.css?inline';
import type { Reading } from '../state/drafts.ts';
import type { Widget } from '../mount/widget.ts';

interface EntryNoteProps {
  readonly widget: Widget;
  readonly id: string;
  readonly reading: Reading;
  readonly onValue: (value: number) => void;
}

/** How an entry was read, "= 927 mm", or a question where it is ambiguous: "Did you mean 1200 mm?". */
export const EntryNote = ({ widget, id, reading: { echo, ask }, onValue }: EntryNoteProps) => {
  adoptStyle(widget.options.root, messages);
  return (
    <p class={`note ${ask ? 'issue error' : ''}`} id={`${id}-note`} role="status">
      {echo && `= ${echo}`}
      {ask?.length === 0 && widget.texts.t('wrong_type')}
      {ask?.map(([value, inWords]) => (
        <button type="button" class="repair" key={value} onClick={() => onValue(value)}>
          {widget.texts.t('did_you_mean', { value: inWords })}
        </button>
      ))}
    </p>
  );
};
