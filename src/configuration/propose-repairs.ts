import type { Issue, Repair } from '../contract/resolution.ts';
import type { Term } from '../contract/term.ts';
import type { Value } from '../contract/value.ts';
import { roundTo } from './rounding.ts';
import { alternatives, type Court, isBroken, type Judged, wouldBreak } from './settle.ts';
import type { Draft } from './work-out.ts';

/**
 * Changes that may mend an issue, best first. Those for a conflict between features hold against every constraint about
 * the feature changed; whether they break something else is for the caller to try.
 */
export function proposeRepairs(issue: Issue, draft: Draft, court: Court): Repair[] {
  const { compiled, path } = draft;
  switch (issue.code) {
    case 'too_small':
    case 'too_large': {
      const bound = issue.code === 'too_small' ? draft.min! : draft.max!;
      return [{ path, value: within(bound, compiled.feature, issue.code === 'too_small' ? 'up' : 'down') }];
    }
    case 'not_a_multiple':
      return [{ path, value: roundTo(draft.value as number, compiled.feature.step!, 'nearest') }];
    case 'unknown_option':
    case 'option_unavailable':
      return Array.isArray(draft.value)
        ? [
            {
              path,
              value: draft.value.filter((id) =>
                draft.options?.some((o) => o.available && o.option.id === id),
              ),
            },
          ]
        : alternatives(draft).map((value) => ({ path, value }));
    case 'constraint': {
      const broken = (court.about.get(draft) ?? []).filter(
        (judged) => isBroken(judged) && judged.compiled.constraint.reason === issue.reason,
      );
      return broken.flatMap((judged) =>
        [...judged.drafts].reverse().flatMap((one) => mends(judged, one, court)),
      );
    }
    default:
      return [];
  }
}

/** Values of one feature with which a broken constraint holds and none of the others about it breaks. */
function mends(judged: Judged, draft: Draft, { about }: Court): Repair[] {
  if (!draft.visible || draft.disabled !== undefined || draft.by === 'derived') return [];
  const { feature } = draft.compiled;
  const values: Value[] =
    feature.type === 'number'
      ? boundaries(judged.compiled.constraint.holds, draft)
      : feature.options || feature.type === 'yes_no'
        ? alternatives(draft)
        : [];
  return values
    .filter(
      (value) =>
        !wouldBreak(judged, draft, value) &&
        !about.get(draft)!.some((other) => other !== judged && wouldBreak(other, draft, value)),
    )
    .map((value) => ({ path: draft.path, value }));
}

/** Numbers at which a condition may turn: those it mentions, and one step to either side, nearest to the value first. */
function boundaries(term: Term, draft: Draft): number[] {
  const step = draft.compiled.feature.step ?? 10 ** -(draft.compiled.feature.decimals ?? 0);
  const now = draft.value as number;
  const inside = (x: number) => x >= (draft.min ?? -Infinity) && x <= (draft.max ?? Infinity);
  return [...new Set(mentioned(term).flatMap((x) => [x, x - step, x + step]))]
    .filter((x) => inside(x) && x !== now)
    .sort((a, b) => Math.abs(a - now) - Math.abs(b - now));
}

const mentioned = (term: Term): number[] =>
  typeof term === 'number'
    ? [term]
    : Array.isArray(term)
      ? (term as readonly Term[]).slice(1).flatMap(mentioned)
      : [];

/** A bound as a value that the feature takes: a multiple of its step, on the right side. */
const within = (
  bound: number,
  { step, decimals = 0 }: { step?: number; decimals?: number },
  mode: 'up' | 'down',
) => roundTo(bound, step ?? 10 ** -decimals, mode);
