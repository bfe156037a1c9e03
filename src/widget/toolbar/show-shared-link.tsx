import { adoptStyle } from '../style/adopt-style.ts';
import messages from '../style/notices.css?inline';
import type { Widget } from '../mount/widget.ts';

/** Shows a share link, which can be copied by hand. */
export function showSharedLink(widget: Widget, url: string, message: string): void {
  adoptStyle(widget.options.root, messages);
  widget.said.value = message;
  widget.outcome.value = (
    <div class="notice" part="notice">
      <p>
        <label for="share-link">{message}</label>
      </p>
      <input id="share-link" readOnly value={url} onFocus={({ currentTarget }) => currentTarget.select()} />
    </div>
  );
}
