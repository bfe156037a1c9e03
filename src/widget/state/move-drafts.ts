import { answerAt } from '../../engine/answers.ts';
import type { Answers } from '../../contract/configuration/answers.ts';
import type { Draft, Drafts } from './drafts.ts';

/**
 * Moves drafts along with the repetitions of a step. Those of a removed repetition are discarded; a copy starts without any.
 *
 * @param order for each new position, the previous one
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

/**
 * Updates drafts after answers that did not come from their fields, but from the page or by undo: drafts move along with their
 * repetitions, and end if their feature was answered. A file that is being sent is an answer to come, and ends only with `files`.
 */
export function followAnswers(drafts: Drafts, before: Answers, after: Answers, files: boolean): void {
  for (const [path, draft] of drafts) {
    const { progress, stop } = draft.peek() ?? {};
    if (/\[/.test(path) || (progress !== undefined && !files)) continue;
    if (JSON.stringify(answerAt(before, path)) === JSON.stringify(answerAt(after, path))) continue;
    stop?.();
    draft.value = undefined;
  }
  for (const step of new Set([...Object.keys(before.steps), ...Object.keys(after.steps)])) {
    const [was = [], now = []] = [before.steps[step], after.steps[step]];
    if (was === now) continue;
    // The same object is the same repetition. Another object at its position is a new answer to it, unless either has moved.
    const order = now.map((one, index) => {
      const old = was.indexOf(one);
      return old >= 0 || (was[index] && now.includes(was[index])) ? old : index;
    });
    moveDrafts(drafts, step, order);
  }
}
