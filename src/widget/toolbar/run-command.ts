import { reset } from '../state/reset.ts';
import { announce } from '../live-region/announce.ts';
import { followAnswers } from '../state/move-drafts.ts';
import type { History } from '../state/state.ts';
import type { Widget } from '../mount/widget.ts';
import { share } from './share.ts';

export type ToolbarCommand = 'undo' | 'redo' | 'share' | 'reset';

const commands: Readonly<Record<ToolbarCommand, (widget: Widget) => void | Promise<void>>> = {
  undo: (widget) => travel(widget, widget.state.past, widget.state.future),
  redo: (widget) => travel(widget, widget.state.future, widget.state.past),
  reset(widget) {
    reset(widget);
    announce(widget, widget.texts.t('reset_done'));
  },
  share,
};

/** Undoes an edit, or redoes it. */
function travel({ state, drafts }: Widget, from: History, to: History): void {
  const answers = from.peek().at(-1);
  if (!answers) return;
  from.value = from.peek().slice(0, -1);
  to.value = [...to.peek(), state.answers];
  followAnswers(drafts, state.answers, answers, false);
  state.take(answers);
}

/** Runs a command of the toolbar. */
export async function runCommand(widget: Widget, name: ToolbarCommand): Promise<void> {
  await widget.drafts.flush('typed');
  await commands[name](widget);
}
