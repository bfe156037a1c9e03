import type { Answer, Answers, Issue, OptionState, Provenance } from '../contract/resolution.ts';
import type { Text } from '../contract/text.ts';
import type { Value } from '../contract/value.ts';
import type {
  CompiledBound,
  CompiledFeature,
  CompiledProduct,
  CompiledStep,
  CompiledValue,
} from './compile-product.ts';
import { formatPath } from './path.ts';
import { readValue } from './read-value.ts';
import { roundTo } from './rounding.ts';
import { names, type Names, type Scope } from './scope.ts';

/** One feature in one repetition while it is being worked out. */
export interface Draft {
  readonly compiled: CompiledFeature;
  readonly path: string;
  readonly scope: Scope;
  /** Where its name stands: the global names or those of its repetition. */
  readonly names: Names;
  readonly repetition: number | undefined;
  visible: boolean;
  value: Value | undefined;
  by: Provenance | undefined;
  required: boolean;
  disabled: Text | undefined;
  options: readonly OptionState[] | undefined;
  min: number | undefined;
  max: number | undefined;
  issues: Issue[];
}

export interface StepDraft {
  readonly compiled: CompiledStep;
  visible: boolean;
  min: number | undefined;
  max: number | undefined;
  issues: Issue[];
}

export interface WorkedOut {
  readonly scope: Scope;
  readonly steps: ReadonlyMap<string, StepDraft>;
  /** By path. */
  readonly drafts: ReadonlyMap<string, Draft>;
  /** Repetition scopes by step id. */
  readonly repetitions: ReadonlyMap<string, readonly Scope[]>;
}

/** Defaults that gave way to an answer: path → value taken instead. */
export type Shifts = ReadonlyMap<string, Value>;

/**
 * Works out every value once, in the product's order: step and feature visibility, repetitions, values by provenance
 * (an answer, else derived, else default), options and bounds. What features say *together* (constraints) is not its affair.
 */
export function workOut(
  product: CompiledProduct,
  answers: Answers,
  quantity: number,
  shifts: Shifts,
  today: string,
): WorkedOut {
  const global = names();
  global['quantity'] = quantity;
  const scope: Scope = { global };
  const steps = new Map<string, StepDraft>();
  const drafts = new Map<string, Draft>();
  const repetitions = new Map<string, Scope[]>();

  for (const node of product.nodes) {
    if (node.kind === 'step') {
      const draft = workOutStep(node, scope);
      steps.set(node.step.id, draft);
      if (node.step.repeat) {
        const amount = draft.visible ? repetitionCount(draft, answers.steps[node.step.id]?.length) : 0;
        const list = Array.from({ length: amount }, () => names());
        global[node.step.id] = list;
        repetitions.set(
          node.step.id,
          list.map((repetition, index) => ({ global, repetition, index })),
        );
      }
    } else if (node.kind === 'value') {
      for (const one of node.step === undefined ? [scope] : (repetitions.get(node.step) ?? []))
        (one.repetition ?? global)[node.id] = measured(node, one);
    } else {
      const { step, feature } = node;
      const scopes = step.repeat ? repetitions.get(step.id)! : [scope];
      for (const one of scopes) {
        const given = step.repeat ? answers.steps[step.id]?.[one.index!] : answers.features;
        const answer = given && Object.hasOwn(given, feature.id) ? given[feature.id] : undefined;
        const path = step.repeat ? formatPath(feature.id, step.id, one.index) : feature.id;
        const draft = workOutFeature(
          node,
          path,
          one,
          steps.get(step.id)!.visible,
          answer,
          shifts.get(path),
          today,
        );
        setValue(draft, draft.value);
        drafts.set(path, draft);
      }
    }
  }
  return { scope, steps, drafts, repetitions };
}

/** Puts a value where expressions find it, with the attributes of the option chosen. */
export function setValue(draft: Draft, value: Value | undefined): void {
  const { id, type } = draft.compiled.feature;
  const choice = type === 'choice' && value !== undefined && value !== null;
  const spoken = choice && typeof value === 'object' ? 'own' : (value ?? undefined);
  draft.names[id] = type === 'file' ? (spoken === undefined ? undefined : 'file') : spoken;
  if (type === 'choice')
    draft.names[`${id}.`] = choice ? draft.compiled.attributes[spoken as string] : undefined;
}

function workOutStep(node: CompiledStep, scope: Scope): StepDraft {
  return {
    compiled: node,
    visible: node.visible ? node.visible(scope) === true : true,
    min: tightest(node.min, scope, Math.max)?.limit,
    max: tightest(node.max, scope, Math.min)?.limit,
    issues: [],
  };
}

/** As many as were answered; where there is nothing to choose, as many as there must be. Answers beyond that are kept for later. */
function repetitionCount({ compiled, min = 0, max = 200 }: StepDraft, answered: number | undefined): number {
  if (min >= max) return Math.max(0, Math.floor(min));
  return answered ?? Math.min(max, Math.max(min, compiled.step.repeat!.default));
}

function measured({ value, measure }: CompiledValue, scope: Scope): unknown {
  const raw = value(scope);
  if (!measure || typeof raw !== 'number') return raw;
  const { round, scale, minimum = 0 } = measure;
  // toPrecision: 2400 mm × 1800 mm × 1e-6 is 4.319999999999999, which is 4.32 m².
  const exact = Number((raw * scale).toPrecision(15));
  return Math.max(minimum, round ? roundTo(exact, round.to, round.mode) : exact);
}

/** The tightest bound in force, with its reason. */
export function tightest(
  bounds: readonly CompiledBound[],
  scope: Scope,
  pick: (a: number, b: number) => number,
): { limit: number; reason: Text | undefined } | undefined {
  let found: { limit: number; reason: Text | undefined } | undefined;
  for (const { when, value, reason } of bounds) {
    if (when && when(scope) !== true) continue;
    const limit = value(scope);
    if (
      typeof limit === 'number' &&
      (!found || (limit !== found.limit && pick(limit, found.limit) === limit))
    )
      found = { limit, reason };
  }
  return found;
}

/** The first of the values that is in force. */
function inForce(
  bounds: readonly CompiledBound[],
  scope: Scope,
): { value: Value; reason: Text | undefined } | undefined {
  for (const { when, value, reason } of bounds) {
    if (when && when(scope) !== true) continue;
    const found = value(scope) as Value | undefined;
    if (found !== undefined) return { value: found, reason };
  }
  return undefined;
}

const nothing: Issue[] = [];

function workOutFeature(
  compiled: CompiledFeature,
  path: string,
  scope: Scope,
  stepVisible: boolean,
  answer: Answer | undefined,
  shift: Value | undefined,
  today: string,
): Draft {
  const { feature } = compiled;
  const draft: Draft = {
    compiled,
    path,
    scope,
    names: scope.repetition ?? scope.global,
    repetition: scope.index,
    visible: stepVisible && (compiled.visible ? compiled.visible(scope) === true : true),
    value: undefined,
    by: undefined,
    required: false,
    disabled: undefined,
    options: undefined,
    min: undefined,
    max: undefined,
    issues: nothing,
  };
  if (!draft.visible) return draft;

  const issue = (one: Pick<Issue, 'kind' | 'code'> & Partial<Issue>) => {
    if (draft.issues === nothing) draft.issues = [];
    draft.issues.push({ level: 'error', path, step: compiled.step.id, ...one });
  };

  if (compiled.options.length) draft.options = offered(compiled, scope);
  draft.disabled = compiled.enabled.find(({ when }) => when(scope) !== true)?.reason;
  if (draft.disabled !== undefined) {
    if (answer && answer.value !== null)
      issue({
        kind: 'conflict',
        code: 'feature_unavailable',
        reason: draft.disabled,
        repairs: [{ path, value: null }],
      });
    return draft;
  }
  draft.required = compiled.required ? compiled.required(scope) === true : false;

  const derived = inForce(compiled.derived, scope);
  if (answer && feature.type !== 'computed') {
    const { value, problem } = readValue(answer.value, feature, today);
    draft.value = value;
    draft.by = answer.by;
    if (problem) issue(problem);
    else if (value !== undefined && derived) {
      if (!same(value, derived.value))
        issue({
          kind: 'conflict',
          code: 'derived_differs',
          ...(derived.reason && { reason: derived.reason }),
          repairs: [{ path, value: derived.value }],
        });
    }
  }
  if (
    derived &&
    (!answer || feature.type === 'computed' || (draft.value === undefined && !draft.issues.length))
  ) {
    draft.value =
      feature.type === 'computed'
        ? computed(derived.value, feature.decimals)
        : readValue(derived.value, feature, today).value;
    draft.by = 'derived';
  } else if (!answer) {
    draft.value = byDefault(compiled, draft, scope, shift, today);
    draft.by = draft.value === undefined ? undefined : 'default';
  }

  if (draft.value === undefined) {
    if (draft.required && !draft.issues.length) issue({ kind: 'incomplete', code: 'required' });
  } else {
    checkChosen(draft, issue);
  }
  checkBounds(draft, issue);
  return draft;
}

const computed = (value: Value, decimals = 0): Value =>
  typeof value === 'number' ? roundTo(value, 10 ** -decimals, 'nearest') : value;

/** Options on offer, with the reason where one cannot be chosen now; hidden ones are left out. */
function offered(compiled: CompiledFeature, scope: Scope): readonly OptionState[] {
  if (compiled.allOffered) return compiled.allOffered;
  const states: OptionState[] = [];
  for (const one of compiled.options) {
    const here: Scope = { ...scope, option: one.attributes };
    if (one.visible && one.visible(here) !== true) continue;
    const refused = one.enabled.find(({ when }) => when(here) !== true);
    states.push(refused ? { option: one.option, available: false, reason: refused.reason } : one.offered);
  }
  return states;
}

/** The default in force; an option that is not on offer gives way to the first that is. */
function byDefault(
  { defaults, feature }: CompiledFeature,
  { options, required }: Draft,
  scope: Scope,
  shift: Value | undefined,
  today: string,
): Value | undefined {
  const wanted = shift ?? inForce(defaults, scope)?.value;
  if (wanted === undefined) return undefined;
  const { value, problem } = readValue(wanted, feature, today);
  if (problem) return undefined;
  if (!options || value === undefined) return value;
  const isOffered = (id: string) => options.some(({ option, available }) => available && option.id === id);
  if (Array.isArray(value)) return value.filter(isOffered);
  if (typeof value !== 'string' || isOffered(value)) return value;
  return required ? options.find(({ available }) => available)?.option.id : undefined;
}

type AddIssue = (one: Pick<Issue, 'kind' | 'code'> & Partial<Issue>) => void;

/** Whether what was chosen is on offer. */
function checkChosen({ value, options }: Draft, issue: AddIssue): void {
  if (!options) return;
  for (const id of Array.isArray(value) ? value : [value]) {
    if (typeof id !== 'string') continue;
    const state = options.find(({ option }) => option.id === id);
    if (!state?.available)
      issue({
        kind: 'conflict',
        code: 'option_unavailable',
        params: { value: id },
        ...(state?.reason && { reason: state.reason }),
      });
  }
}

/** Numbers against their bounds, multi-choices against how many may be chosen. */
function checkBounds(draft: Draft, issue: AddIssue): void {
  const { compiled, scope, value } = draft;
  if (!compiled.min.length && !compiled.max.length) return;
  const min = tightest(compiled.min, scope, Math.max);
  const max = tightest(compiled.max, scope, Math.min);
  draft.min = min?.limit;
  draft.max = max?.limit;
  const many = Array.isArray(value);
  const amount = many ? value.length : value;
  if (typeof amount !== 'number' || (many && amount === 0 && !draft.required)) return;
  if (min && amount < min.limit)
    issue({
      kind: 'invalid',
      code: many ? 'too_few' : 'too_small',
      params: { min: min.limit },
      ...(min.reason && { reason: min.reason }),
    });
  if (max && amount > max.limit)
    issue({
      kind: 'invalid',
      code: many ? 'too_many' : 'too_large',
      params: { max: max.limit },
      ...(max.reason && { reason: max.reason }),
    });
}

/** Whether two values are the same, lists by their entries. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    left.length === right.length &&
    left.every(([key, value]) => same(value, (b as Record<string, unknown>)[key]))
  );
}
