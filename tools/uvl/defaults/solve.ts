/** At least `least` of these literals hold. A literal is a variable (from 1), or minus it for "not"; repeated, it counts repeatedly. */
export interface AtLeast {
  readonly literals: readonly number[];
  readonly least: number;
}

/** Backtracks before the search is given up. */
const MOST_FLIPS = 50_000;

/**
 * Finds values for variables 1 to `count` such that all constraints hold (DPLL): tries the preferred value of one variable
 * after the other, propagates what it entails, and backtracks from contradictions.
 *
 * @param prefer the value to try first, given what is decided so far (`0` for undecided, else `1` or `-1`).
 * @returns whether each variable holds (index 0 is unused); undefined where there is no solution, or none was found in time.
 */
export function solve(
  count: number,
  constraints: readonly AtLeast[],
  prefer: (variable: number, decided: Int8Array) => boolean,
): boolean[] | undefined {
  const decided = new Int8Array(count + 1);
  const trail: number[] = [];
  const holds = (literal: number) => decided[Math.abs(literal)]! * Math.sign(literal);
  /** Constraints by the literals in them. */
  const about = new Map<number, number[]>();
  const most: number[] = [];
  /** How many literals of each constraint may still fail. */
  const slack = constraints.map(({ literals, least }, index) => {
    const times = new Map<number, number>();
    for (const literal of literals) {
      times.set(literal, (times.get(literal) ?? 0) + 1);
      const list = about.get(literal);
      if (list) list.push(index);
      else about.set(literal, [index]);
    }
    most.push(Math.max(0, ...times.values()));
    return literals.length - least;
  });

  const decide = (literal: number) => {
    decided[Math.abs(literal)] = Math.sign(literal);
    trail.push(literal);
    for (const index of about.get(-literal) ?? []) slack[index]! -= 1;
  };
  const undo = (length: number) => {
    while (trail.length > length) {
      const literal = trail.pop()!;
      decided[Math.abs(literal)] = 0;
      for (const index of about.get(-literal) ?? []) slack[index]! += 1;
    }
  };
  /** Decides what the constraint entails; false where it can no longer hold. */
  const entail = (index: number): boolean => {
    if (slack[index]! < 0) return false;
    if (slack[index]! >= most[index]!) return true;
    const { literals } = constraints[index]!;
    for (const literal of literals) {
      if (holds(literal) !== 0) continue;
      if (literals.filter((one) => one === literal).length > slack[index]!) decide(literal);
    }
    return true;
  };
  const propagate = (from: number): boolean => {
    for (let at = from; at < trail.length; at += 1)
      for (const index of about.get(-trail[at]!) ?? []) if (!entail(index)) return false;
    return true;
  };

  if (!constraints.every((_, index) => entail(index)) || !propagate(0)) return undefined;
  /** Choices made: where the trail stood, and whether the other value is still to be tried. */
  const choices: {
    readonly length: number;
    readonly literal: number;
    open: boolean;
    readonly next: number;
  }[] = [];
  let next = 1;
  for (let flips = 0; flips < MOST_FLIPS;) {
    while (next <= count && decided[next] !== 0) next += 1;
    if (next > count) return [...decided].map((value) => value > 0);
    const literal = prefer(next, decided) ? next : -next;
    choices.push({ length: trail.length, literal, open: true, next });
    decide(literal);
    let fits = propagate(trail.length - 1);
    while (!fits) {
      const last = choices.at(-1);
      if (!last) return undefined;
      undo(last.length);
      next = last.next;
      if (!last.open) {
        choices.pop();
        continue;
      }
      last.open = false;
      flips += 1;
      decide(-last.literal);
      fits = propagate(trail.length - 1);
    }
  }
  return undefined;
}
