import { adoptStyle } from '../style/adopt-style.ts';
import { reset } from '../state/reset.ts';
import messages from '../style/notices.css?inline';
import type { Widget } from '../mount/widget.ts';

/** Says that this is where the shopper left off, and offers a clean start. */
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
