import { adoptStyle } from '../style/adopt-style.ts';
import { reset } from '../state/reset.ts';
import messages from '../style/notices.css?inline';
import type { Widget } from '../mount/widget.ts';

/** Tells the shopper that this is where they left off, and offers to start over. */
export function showResumedNote(widget: Widget): void {
  const { t } = widget.texts;
  adoptStyle(widget.options.root, messages);
  widget.notice.value = (
    <div class="notice" part="notice">
      <p>{t('resumed')}</p>
      <button type="button" class="link" onClick={() => reset(widget)}>
        {t('start_over')}
      </button>
      <button type="button" class="link" onClick={() => (widget.notice.value = null)}>
        {t('dismiss')}
      </button>
    </div>
  );
}
