import { canonicalConfiguration } from '../../configuration/canonical-configuration.ts';
import { encodeConfiguration } from '../../configuration/encode-configuration.ts';
import { loadOrReport } from '../mount/load-or-report.tsx';
import { pageUrl } from '../mount/page-url.ts';
import type { Widget } from '../mount/widget.ts';
import { storageName } from '../restore/storage-name.ts';

/** The URL that opens this page with this configuration. */
function shareUrl({ product, state, options }: Widget): string {
  const url = new URL(pageUrl(options.page));
  const code = encodeConfiguration(canonicalConfiguration(product, state.resolved.peek()));
  url.hash = `${storageName(product, options.host)}=${code}`;
  return url.href;
}

/** Copies the share link and shows it, to be copied by hand if the clipboard is closed to us. */
export async function share(widget: Widget): Promise<void> {
  const url = shareUrl(widget);
  const { t } = widget.texts;
  let copied = true;
  try {
    await navigator.clipboard.writeText(url);
  } catch {
    copied = false;
  }
  const { showSharedLink } = await loadOrReport(widget, import('./show-shared-link.tsx'));
  showSharedLink(widget, url, t(copied ? 'link_copied' : 'link_ready'));
}
