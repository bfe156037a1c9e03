import type { Issue } from '../../contract/resolution.ts';
import type { Widget } from '../widget.ts';

/** All that stands in the way of a submission: what the engine says, and entries that could not be read. */
export function problems({ state, unread }: Widget): readonly Issue[] {
  const unreadable = [...unread].filter((path) => {
    const feature = state.feature(path)?.peek();
    return feature?.visible && feature.value === undefined;
  });
  return [
    ...state.resolved
      .peek()
      .issues.filter(({ level, path }) => level === 'error' && !unreadable.includes(path)),
    ...unreadable.map((path): Issue => ({ kind: 'invalid', level: 'error', code: 'wrong_type', path })),
  ];
}
