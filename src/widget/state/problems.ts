import type { Issue } from '../../contract/configuration/issue.ts';
import type { Widget } from '../mount/widget.ts';

/** A price that there is in the product's own currency may be beyond all numbers in the one that is shown. */
const noPrice: Issue = {
  kind: 'invalid',
  level: 'error',
  code: 'price_incomplete',
  path: '',
  params: { line: '*' },
};

/** All that stands in the way of a submission: what the engine says, and what stands in a field without counting. */
export function problems({ state, drafts }: Widget): readonly Issue[] {
  const unread = [...drafts].flatMap(([path, { value: draft }]): Issue[] => {
    const feature = state.feature(path)?.peek();
    const isOpen = path === 'quantity' || (feature?.visible && feature.value === undefined);
    const stops = draft?.problem ? feature?.visible : isOpen && (draft?.own || draft?.reading?.ask);
    if (!draft || !stops) return [];
    return [
      {
        kind: 'invalid',
        level: 'error',
        code: draft.own ? 'required' : 'wrong_type',
        path,
        ...(draft.problem && { reason: draft.problem }),
      },
    ];
  });
  const found = [
    ...state.resolved
      .peek()
      .issues.filter(({ level, path }) => level === 'error' && !unread.some((one) => one.path === path)),
    ...unread,
  ];
  return found.length || state.price.peek().state !== 'incomplete' ? found : [noPrice];
}
