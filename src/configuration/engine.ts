import type { PublishedProduct } from '../contract/published.ts';
import type { Answer, Answers, Issue, Price, Repair, Resolution } from '../contract/resolution.ts';
import type { Value } from '../contract/value.ts';
import { quantityOf, withAnswer } from './answers.ts';
import { type CompiledProduct, compileProduct } from './compile-product.ts';
import { compilePrices } from './price.ts';
import { proposeRepairs } from './propose-repairs.ts';
import type { Scope } from './scope.ts';
import { type Court, convene, giveWay, reportBroken, ruleOut } from './settle.ts';
import { describe } from './states.ts';
import { type WorkedOut, workOut } from './work-out.ts';

/** A resolution with the names its expressions were worked out with, for prices and drawings. */
export interface Resolved extends Resolution {
  readonly scope: Scope;
  /** Scopes of the repetitions of each repeatable step. */
  readonly repetitions: ReadonlyMap<string, readonly Scope[]>;
}

/** Runs one published product. Expressions are compiled once, here. */
export interface Engine {
  readonly product: PublishedProduct;
  /**
   * What becomes of these answers. Pure: the same answers give the same resolution, in whatever order they were given.
   *
   * @param previous an earlier resolution of this engine: states that did not change are taken over as the same objects.
   */
  resolve(answers: Answers, previous?: Resolved): Resolved;
  /** What a resolution costs. `currency`: one of the product's; default: its own. */
  price(resolved: Resolved, currency?: string): Price;
}

/** Rounds of letting defaults give way. Each exchanges something new, so this is a safety net, not a limit in practice. */
const MOST_ROUNDS = 20;
/** Repairs offered for an issue, and tried for it. */
const MOST_REPAIRS = 3;
const MOST_TRIALS = 6;

const localToday = () => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

interface Settled {
  readonly out: WorkedOut;
  readonly court: Court;
}

/**
 * Makes the engine of a product.
 *
 * @param today yields the day, `YYYY-MM-DD`, for dates bounded by days from today. Default: the day where it runs.
 * @throws Error if the product holds terms of another version of Quotelet.
 */
export function createEngine(product: PublishedProduct, today: () => string = localToday): Engine {
  const compiled = compileProduct(product);
  const price = compilePrices(product);
  return {
    product,
    resolve(answers, previous) {
      const settled = settle(compiled, answers, today());
      addRepairs(settled, compiled, answers, today());
      ruleOut(settled.court);
      return describe(compiled, settled.out, answers, previous);
    },
    price,
  };
}

/** Values, then what they say together: defaults give way until nothing changes any more, then conflicts are reported. */
function settle(compiled: CompiledProduct, answers: Answers, today: string): Settled {
  const quantity = quantityOf(compiled.product, answers);
  const shifts = new Map<string, Value>();
  const tried = new Map<string, Value[]>();
  for (let round = 1; ; round += 1) {
    const out = workOut(compiled, answers, quantity, shifts, today);
    const court = convene(compiled, out);
    const exchanged = round < MOST_ROUNDS ? giveWay(court, tried) : new Map<string, Value>();
    if (exchanged.size === 0) {
      reportBroken(court);
      return { out, court };
    }
    for (const [path, value] of exchanged) shifts.set(path, value);
  }
}

/** Gives every conflict and every broken bound its one-click ways out: changes tried to the end that break nothing else. */
function addRepairs(
  { out, court }: Settled,
  compiled: CompiledProduct,
  answers: Answers,
  today: string,
): void {
  let known: Set<string> | undefined;
  for (const draft of out.drafts.values()) {
    draft.issues.forEach((issue, index) => {
      if (issue.repairs || issue.kind === 'incomplete') return;
      const proposed = proposeRepairs(issue, draft, court).slice(0, MOST_TRIALS);
      if (!proposed.length) return;
      known ??= new Set([...out.drafts.values()].flatMap((one) => one.issues.map(keyOf)));
      const repairs = proposed
        .filter((one) => mended(one, issue, known!, compiled, answers, today))
        .slice(0, MOST_REPAIRS);
      if (repairs.length) draft.issues[index] = { ...issue, repairs };
    });
  }
}

function mended(
  repair: Repair,
  issue: Issue,
  known: Set<string>,
  compiled: CompiledProduct,
  answers: Answers,
  today: string,
): boolean {
  const answer: Answer = { value: repair.value, by: 'user' };
  const { out } = settle(compiled, withAnswer(answers, repair.path, answer), today);
  for (const { issues } of out.drafts.values()) {
    for (const one of issues) {
      const key = keyOf(one);
      if (key === keyOf(issue) || (one.kind !== 'incomplete' && !known.has(key))) return false;
    }
  }
  return true;
}

const keyOf = ({ path, code, reason }: Issue) => `${path} ${code} ${JSON.stringify(reason)}`;
