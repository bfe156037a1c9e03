import type { Issue, OptionState } from '../contract/resolution.ts';
import type { Text } from '../contract/text.ts';
import type { Value } from '../contract/value.ts';
import type { CompiledConstraint, CompiledProduct } from './compile-product.ts';
import type { Scope } from './scope.ts';
import { type Draft, same, setValue, type WorkedOut } from './work-out.ts';

/** A constraint in one scope, with the features it is about there. */
export interface Judged {
  readonly compiled: CompiledConstraint;
  readonly scope: Scope;
  readonly drafts: readonly Draft[];
}

/** Constraints of one worked-out configuration, ready to be judged. */
export interface Court {
  readonly all: readonly Judged[];
  readonly about: ReadonlyMap<Draft, readonly Judged[]>;
}

/** Finds for every constraint, in every repetition it speaks of, the features it names. */
export function convene(product: CompiledProduct, { scope, drafts, repetitions }: WorkedOut): Court {
  const all: Judged[] = [];
  const about = new Map<Draft, Judged[]>();
  for (const compiled of product.constraints) {
    const { step, features } = compiled.constraint;
    for (const here of step === undefined ? [scope] : (repetitions.get(step) ?? [])) {
      const found: Draft[] = [];
      for (const id of features) {
        const draft =
          drafts.get(id) ?? (step === undefined ? undefined : drafts.get(`${step}[${here.index!}].${id}`));
        if (draft) found.push(draft);
        // Named from outside its step: every repetition of it.
        else for (const [path, one] of drafts) if (path.endsWith(`].${id}`)) found.push(one);
      }
      const judged = { compiled, scope: here, drafts: found };
      all.push(judged);
      for (const draft of found) {
        const list = about.get(draft);
        if (list) list.push(judged);
        else about.set(draft, [judged]);
      }
    }
  }
  return { all, about };
}

/** Broken: false although every visible feature it names is answered. */
export const isBroken = ({ compiled, scope, drafts }: Judged): boolean =>
  compiled.holds(scope) !== true &&
  drafts.every((draft) => !draft.visible || draft.value !== undefined || draft.disabled !== undefined);

/** Whether the constraint would be broken if this feature had that value. */
export function wouldBreak(judged: Judged, draft: Draft, value: Value): boolean {
  const before = draft.value;
  draft.value = value;
  setValue(draft, value);
  const broken = isBroken(judged);
  draft.value = before;
  setValue(draft, before);
  return broken;
}

/** A feature with few possible values, which can therefore be tried one after the other. */
const isFinite = ({ compiled: { feature }, visible, disabled }: Draft) =>
  visible &&
  disabled === undefined &&
  (feature.type === 'choice' || feature.type === 'multi_choice' || feature.type === 'yes_no');

/** Other values that a feature could have: options on offer, the other of yes and no, one option more or less. */
export function alternatives({ compiled, options, value }: Draft): Value[] {
  if (compiled.feature.type === 'yes_no')
    return value === true ? [false] : value === false ? [true] : [true, false];
  const offered = (options ?? []).filter(({ available }) => available).map(({ option }) => option.id);
  if (compiled.feature.type === 'choice') return offered.filter((id) => id !== value);
  const chosen = Array.isArray(value) ? value : [];
  const inOrder = (ids: string[]) =>
    compiled.options.map(({ option }) => option.id).filter((id) => ids.includes(id));
  return [
    ...offered.filter((id) => !chosen.includes(id)).map((id) => inOrder([...chosen, id])),
    ...chosen.map((id) => chosen.filter((other) => other !== id)),
  ];
}

const givesWay = (draft: Draft) => draft.by === 'default' && isFinite(draft);

/**
 * Lets defaults give way where they break a constraint, in place: values that nobody chose are exchanged until nothing is broken or
 * nothing is left to try. Every value is tried once, so it ends. Returns what was exchanged: path → value.
 */
export function giveWay({ all, about }: Court, tried: Map<string, Value[]>): Map<string, Value> {
  const shifts = new Map<string, Value>();
  const queue = all.filter(isBroken);
  for (let index = 0; index < queue.length; index += 1) {
    const judged = queue[index]!;
    if (!isBroken(judged)) continue;
    const draft = exchange(judged, about, tried);
    if (!draft) continue;
    shifts.set(draft.path, draft.value!);
    queue.push(...about.get(draft)!.filter(isBroken));
  }
  return shifts;
}

/** Exchanges one default so that this constraint holds, if possible without breaking another one. */
function exchange(judged: Judged, about: Court['about'], tried: Map<string, Value[]>): Draft | undefined {
  let second: [Draft, Value] | undefined;
  const take = (draft: Draft, value: Value) => {
    tried.set(draft.path, [...(tried.get(draft.path) ?? [draft.value!]), value]);
    draft.value = value;
    setValue(draft, value);
    return draft;
  };
  for (const draft of judged.drafts.filter(givesWay)) {
    const used = tried.get(draft.path) ?? [];
    for (const value of alternatives(draft)) {
      if (used.some((one) => same(one, value)) || wouldBreak(judged, draft, value)) continue;
      if (!about.get(draft)!.some((other) => wouldBreak(other, draft, value))) return take(draft, value);
      second ??= [draft, value];
    }
  }
  return second && take(...second);
}

/** Adds a conflict to the features of every broken constraint; the one that was answered last in the product's order carries it. */
export function reportBroken(court: Court): void {
  for (const judged of court.all) {
    if (!isBroken(judged)) continue;
    const here = judged.drafts.filter(({ visible }) => visible);
    const said = here.filter(({ by }) => by === 'user' || by === 'import');
    const draft = said.at(-1) ?? here.at(-1);
    if (!draft) continue;
    const issue: Issue = {
      kind: 'conflict',
      level: 'error',
      code: 'constraint',
      path: draft.path,
      step: draft.compiled.step.id,
      reason: judged.compiled.constraint.reason,
      others: here.filter((one) => one !== draft).map(({ path }) => path),
    };
    draft.issues = [...draft.issues, issue];
  }
}

/**
 * Marks options that a constraint rules out as things stand. A value that nobody chose does not rule anything out: it
 * would give way. Returns nothing; options and `disabled` (yes/no) of the drafts change.
 */
export function ruleOut({ all }: Court): void {
  const refused = new Map<Draft, Map<string, Text>>();
  const allFirm = new Map<Judged, number>();
  for (const judged of all) allFirm.set(judged, judged.drafts.filter(givesWay).length);
  for (const judged of all) {
    const loose = allFirm.get(judged)!;
    if (loose > 1) continue;
    for (const draft of judged.drafts) {
      if (!isFinite(draft) || loose > (givesWay(draft) ? 1 : 0)) continue;
      for (const value of alternatives(draft)) {
        const id = added(draft.value, value);
        if (id === undefined || !wouldBreak(judged, draft, value)) continue;
        const list = refused.get(draft) ?? new Map<string, Text>();
        if (!list.has(id)) list.set(id, judged.compiled.constraint.reason);
        refused.set(draft, list);
      }
    }
  }
  for (const [draft, reasons] of refused) {
    if (draft.compiled.feature.type === 'yes_no') {
      if (!draft.issues.length) draft.disabled = reasons.values().next().value;
    } else {
      draft.options = draft.options!.map((state): OptionState => {
        const reason = state.available ? reasons.get(state.option.id) : undefined;
        return reason === undefined ? state : { option: state.option, available: false, reason };
      });
    }
  }
}

/** The option that a value adds to what is chosen; undefined where it takes one away. */
function added(now: Value | undefined, then: Value): string | undefined {
  if (!Array.isArray(then)) return typeof then === 'string' ? then : JSON.stringify(then);
  return then.find((id) => !Array.isArray(now) || !now.includes(id));
}
