import type { Issue } from '../../contract/configuration/issue.ts';
import type { Widget } from '../mount/widget.ts';

/** A price that exists in the product's own currency may be too high for a number in the one that is shown. */
const noPrice: Issue = {
  kind: 'invalid',
  level: 'error',
  code: 'price_incomplete',
  path: '',
  params: { line: '*' },
};

/** All errors that prevent a submission: the engine's, and those of drafts that do not count. */
export function problems({ state, drafts }: Widget): readonly Issue[] {
  const ofDrafts = [...drafts].flatMap(([path, { value: draft }]): Issue[] => {
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
      .issues.filter(({ level, path }) => level === 'error' && !ofDrafts.some((one) => one.path === path)),
    ...ofDrafts,
  ];
  return found.length || state.price.peek().state !== 'incomplete' ? found : [noPrice];
}
