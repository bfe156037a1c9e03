import { canonicalConfiguration } from '../../configuration/canonical-configuration.ts';
import { encodeConfiguration } from '../../configuration/decode-configuration.ts';
import { storageName } from '../restore/storage-name.ts';
import { loadOrReport } from '../mount/load-or-report.tsx';
import { pageUrl } from '../mount/page-url.ts';
import { reset } from '../state/reset.ts';
import { announce } from '../live-region/announce.ts';
import { followAnswers } from '../state/move-drafts.ts';
import type { History } from '../state/state.ts';
import type { Widget } from '../mount/widget.ts';

export type ToolbarCommand = 'undo' | 'redo' | 'share' | 'reset';

const tools: Readonly<Record<ToolbarCommand, (widget: Widget) => void | Promise<void>>> = {
  undo: (widget) => travel(widget, widget.state.past, widget.state.future),
  redo: (widget) => travel(widget, widget.state.future, widget.state.past),
  reset(widget) {
    reset(widget);
    announce(widget, widget.texts.t('reset_done'));
  },
  share,
};

/** One edit back, or forth again. */
function travel({ state, drafts }: Widget, from: History, to: History): void {
  const answers = from.peek().at(-1);
  if (!answers) return;
  from.value = from.peek().slice(0, -1);
  to.value = [...to.peek(), state.answers];
  followAnswers(drafts, state.answers, answers, false);
  state.take(answers);
}

/** Does what a button of the tool bar says. */
export async function runCommand(widget: Widget, name: ToolbarCommand): Promise<void> {
  await widget.drafts.flush('typed');
  await tools[name](widget);
}

/** The URL that opens this configuration on this page. */
function shareUrl({ product, state, options }: Widget): string {
  const url = new URL(pageUrl(options.page));
  const code = encodeConfiguration(canonicalConfiguration(product, state.resolved.peek()));
  url.hash = `${storageName(product, options.host)}=${code}`;
  return url.href;
}

/** Copies the link; where the clipboard is closed to us, shows it to be copied by hand. */
async function share(widget: Widget): Promise<void> {
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
