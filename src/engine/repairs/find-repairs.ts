import type { Answer, Answers } from '../../contract/configuration/answers.ts';
import type { Issue, Repair } from '../../contract/configuration/issue.ts';
import { withAnswer } from '../answers.ts';
import type { Engine } from '../create-engine.ts';
import type { Resolved } from '../resolved.ts';
import { MOST_TRIALS, proposeRepairs } from './propose-repairs.ts';

/** How many repairs are offered for an issue. */
const MOST_REPAIRS = 3;

/**
 * One-click repairs of an issue, best first: single changes, each tried by resolving it. After any of them the issue is gone and
 * nothing is broken that was not broken before; at most, something more is asked.
 */
export function findRepairs(
  engine: Engine,
  answers: Answers,
  resolved: Resolved,
  issue: Issue,
): readonly Repair[] {
  if (issue.repairs) return issue.repairs;
  const before = new Set(resolved.issues.map(keyOf));
  const repairs = ({ path, value }: Repair) => {
    const answer: Answer = { value, by: 'user' };
    return engine
      .resolve(withAnswer(answers, path, answer, resolved))
      .issues.every(
        (one) => keyOf(one) !== keyOf(issue) && (one.kind === 'incomplete' || before.has(keyOf(one))),
      );
  };
  const found: Repair[] = [];
  let left = MOST_TRIALS;
  for (const repair of proposeRepairs(engine, answers, resolved, issue)) {
    if (found.length === MOST_REPAIRS || left-- === 0) break;
    // Of several numbers, only the nearest is offered.
    const nearer = typeof repair.value === 'number' && found.some(({ path }) => path === repair.path);
    if (!nearer && repairs(repair)) found.push(repair);
  }
  return found;
}

const keyOf = ({ path, code, reason }: Issue) => `${path} ${code} ${JSON.stringify(reason)}`;
