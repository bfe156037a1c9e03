import type { Draft, Drafts } from './drafts.ts';

/**
 * Takes drafts along to where their repetitions of a step go: `order` lists for each place which one stood there before. Those
 * of a repetition that goes are given up, a copy starts without.
 */
export function moveDrafts(drafts: Drafts, step: string, order: readonly number[]): void {
  const before = new Map<number, [feature: string, draft: Draft][]>();
  for (const [path, draft] of drafts) {
    const [, index, feature] = new RegExp(`^${step}\\[(\\d+)\\]\\.(.*)$`).exec(path) ?? [];
    if (index === undefined || !draft.peek()) continue;
    before.set(Number(index), [...(before.get(Number(index)) ?? []), [feature!, draft.peek()!]]);
    draft.value = undefined;
  }
  order.forEach((was, now) => {
    for (const [feature, draft] of before.get(was) ?? [])
      drafts.at(`${step}[${now}].${feature}`).value = draft;
    before.delete(was);
  });
  for (const gone of before.values()) for (const [, { stop }] of gone) stop?.();
}
