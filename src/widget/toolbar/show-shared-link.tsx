import { adoptStyle } from '../style/adopt-style.ts';
import messages from '../style/notices.css?inline';
import type { Widget } from '../mount/widget.ts';

/** Shows a share link, to see and to copy by hand. */
export function showSharedLink(widget: Widget, url: string, said: string): void {
  adoptStyle(widget.options.root, messages);
  widget.said.value = said;
  widget.outcome.value = (
    <div class="notice" part="notice">
      <p>
        <label for="share-link">{said}</label>
      </p>
      <input id="share-link" readOnly value={url} onFocus={({ currentTarget }) => currentTarget.select()} />
    </div>
  );
}
