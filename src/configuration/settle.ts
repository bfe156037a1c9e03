import type { PublishedConstraint, PublishedProduct } from '../contract/published.ts';
import type { Term } from '../contract/term.ts';
import type { Text } from '../contract/text.ts';
import type { Value } from '../contract/value.ts';
import { type Draft, type Drafts, same, setValue } from './draft.ts';
import type { Compiled } from './evaluate.ts';
import { formatPath } from './path.ts';
import { type Scope, scopesOf } from './scope.ts';
import { blame } from './work-out.ts';

/** A constraint where it applies, with the features it is about there. */
export interface PlacedConstraint {
  readonly constraint: PublishedConstraint;
  readonly holds: Compiled;
  readonly scope: Scope;
  readonly drafts: readonly Draft[];
}

/** Rules on what features say together, for one configuration worked out. */
export interface Constraints {
  /**
   * Lets defaults give way where they break a constraint: values that nobody chose are exchanged, in place, until nothing
   * is broken or nothing is left to try. Each value is tried once (`tried`: path → values), so it ends.
   *
   * @returns what was exchanged: path → value.
   */
  giveWay(tried: Map<string, Value[]>): Map<string, Value>;
  /** Adds a conflict for every broken constraint, to the last of its features that somebody answered. */
  report(): void;
  /**
   * Marks what a constraint rules out as things stand. A value that nobody chose rules nothing out, because it would give way,
   * nor does a question that may still be answered.
   */
  ruleOut(): void;
}

/**
 * Prepares the constraints of a product. The function returned finds for each, in every repetition it speaks of, the
 * features it names.
 */
export function prepareConstraints({ constraints }: PublishedProduct, ready: (term: Term) => Compiled) {
  const prepared = constraints.map((constraint) => ({ constraint, holds: ready(constraint.holds) }));
  return (drafts: Drafts): Constraints => {
    const { features } = drafts;
    const all: PlacedConstraint[] = [];
    let repeated: Map<string, Draft[]> | undefined;
    for (const { constraint, holds } of prepared) {
      const { step, features: ids } = constraint;
      for (const here of scopesOf(drafts, step)) {
        const about = ids.flatMap(
          (id) =>
            features.get(id) ??
            features.get(formatPath(id, step, here.index)) ??
            // Named from outside its step: every repetition of it.
            (repeated ??= byFeature(features)).get(id) ??
            [],
        );
        const placed = { constraint, holds, scope: here, drafts: about };
        all.push(placed);
        for (const draft of about) draft.constraints.push(placed);
      }
    }
    return constraintsAmong(all, features);
  };
}

/** The drafts of each feature, one a repetition. */
function byFeature(features: Drafts['features']): Map<string, Draft[]> {
  const drafts = new Map<string, Draft[]>();
  for (const draft of features.values()) {
    const { id } = draft.state.feature;
    drafts.set(id, [...(drafts.get(id) ?? []), draft]);
  }
  return drafts;
}

function constraintsAmong(all: readonly PlacedConstraint[], features: Drafts['features']): Constraints {
  const isOpen = ({ state: { required, value } }: Draft) => required && value === undefined;
  const incomplete = [...features.values()].some(isOpen);

  /** Broken, and not only because of what must be answered and is not yet, or would follow from it. */
  const isBroken = ({ holds, scope, drafts }: PlacedConstraint) =>
    holds(scope) !== true &&
    !drafts.some(
      ({ state: { required, value, feature } }) =>
        value === undefined && (required || (incomplete && feature.derived)),
    );

  /** Looks at things as they would be if a feature had that value. */
  const trying = <T>(draft: Draft, value: Value, look: () => T): T => {
    const before = draft.state.value;
    setValue(draft, value);
    const seen = look();
    setValue(draft, before);
    return seen;
  };

  /** Known once nothing was left to exchange. */
  let broken: readonly PlacedConstraint[] | undefined;

  return {
    giveWay(tried) {
      const exchanged = new Map<string, Value>();
      const triedAt = ({ path, value }: Draft['state']) => tried.get(path) ?? [value!];
      /** A value that nobody chose, with which this holds: the first that breaks nothing else, or else the first. */
      const wayOut = (placed: PlacedConstraint): [Draft, Value] | undefined => {
        let second: [Draft, Value] | undefined;
        for (const draft of placed.drafts.filter(givesWay)) {
          const used = triedAt(draft.state);
          for (const value of alternatives(draft)) {
            if (used.some((one) => same(one, value))) continue;
            const against = trying(draft, value, () =>
              isBroken(placed) ? placed : draft.constraints.find(isBroken),
            );
            if (!against) return [draft, value];
            if (against !== placed) second ??= [draft, value];
          }
        }
        return second;
      };
      const queue = [...all];
      const stuck: PlacedConstraint[] = [];
      for (const placed of queue) {
        if (!isBroken(placed)) continue;
        const way = wayOut(placed);
        if (way) {
          const [draft, value] = way;
          const { state, constraints } = draft;
          tried.set(state.path, [...triedAt(state), value]);
          exchanged.set(state.path, value);
          setValue(draft, value);
          queue.push(...constraints);
        } else stuck.push(placed);
      }
      if (!exchanged.size) broken = stuck;
      return exchanged;
    },

    report() {
      for (const placed of broken ?? all.filter(isBroken)) {
        const here = placed.drafts.filter(({ state }) => state.visible);
        const draft =
          here.findLast(({ state }) => state.by === 'user' || state.by === 'import') ?? here.at(-1);
        const others = here.filter((one) => one !== draft).map(({ state }) => state.path);
        if (draft) blame(draft, 'conflict', 'constraint', placed.constraint.reason, { others });
      }
    },

    ruleOut() {
      // By what stands now: what is marked on the way changes nothing for the others.
      const loose = new Set([...features.values()].filter((draft) => givesWay(draft) || isUnanswered(draft)));
      for (const draft of features.values()) {
        if (!draft.constraints.length || !isFinite(draft)) continue;
        const firm = draft.constraints.filter(({ drafts }) =>
          drafts.every((one) => one === draft || !loose.has(one)),
        );
        if (firm.length)
          mark(draft, (value) => trying(draft, value, () => firm.find(isBroken))?.constraint.reason);
      }
    },
  };
}

/** Takes every value that is refused, and why, off the offer of a feature. */
function mark(draft: Draft, refuses: (value: Value) => Text | undefined): void {
  const { state } = draft;
  const reasons = new Map<Value, Text>();
  for (const value of alternatives(draft)) {
    const before = state.value as string[] | undefined;
    const id = Array.isArray(value) ? value.find((one) => !before?.includes(one)) : value;
    const reason = id === undefined ? id : refuses(value);
    if (reason !== undefined) reasons.set(id!, reason);
  }
  if (!reasons.size) return;
  if (!state.options) state.disabled ??= [...reasons.values()][0]!;
  else
    state.options = state.options.map((one) => {
      const reason = reasons.get(one.option.id);
      return reason === undefined ? one : { option: one.option, available: false, reason };
    });
}

/** A feature with few values, which can be tried one after the other. */
const isFinite = ({ state: { feature, visible, disabled } }: Draft) =>
  visible && disabled === undefined && (feature.options !== undefined || feature.type === 'yes_no');

const isUnanswered = ({ state: { visible, value, disabled } }: Draft) =>
  visible && value === undefined && disabled === undefined;

const givesWay = (draft: Draft) => draft.state.by === 'default' && isFinite(draft);

/** Other values that a feature could have: the other of yes and no, options on offer, one option more or less. */
export function alternatives({ state: { feature, options, value } }: Pick<Draft, 'state'>): Value[] {
  if (!options) return [true, false].filter((one) => one !== value);
  const open = options
    .filter(({ available, option }) => available && option.id !== value)
    .map(({ option }) => option.id);
  if (feature.type === 'choice') return open;
  const chosen = Array.isArray(value) ? value : [];
  return [
    ...open.filter((id) => !chosen.includes(id)).map((id) => [...chosen, id]),
    ...chosen.map((id) => chosen.filter((other) => other !== id)),
  ];
}
