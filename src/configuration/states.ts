import type { PublishedStep } from '../contract/published.ts';
import type { Answers, FeatureState, Issue, OptionState, StepState } from '../contract/resolution.ts';
import { quantityOf } from './answers.ts';
import type { CompiledProduct } from './compile-product.ts';
import type { Resolved } from './engine.ts';
import { formatPath } from './path.ts';
import { snap } from './rounding.ts';
import { type Draft, same, type StepDraft, type WorkedOut } from './work-out.ts';

/** Says in states and issues what was worked out; a state that did not change stays the object it was. */
export function describe(
  compiled: CompiledProduct,
  out: WorkedOut,
  answers: Answers,
  previous?: Resolved,
): Resolved {
  const before = previous && statesByPath(previous);
  const loose = messages(compiled, out);
  const steps = compiled.product.steps.map((step, index): StepState => {
    const draft = out.steps.get(step.id)!;
    const amount = step.repeat ? (out.repetitions.get(step.id)?.length ?? 0) : 1;
    const repetitions = Array.from({ length: amount }, (_, repetition) =>
      step.features.map((feature) => {
        const path = step.repeat ? formatPath(feature.id, step.id, repetition) : feature.id;
        return state(out.drafts.get(path)!, before?.get(path));
      }),
    );
    return stepState(step, draft, repetitions, previous?.steps[index]);
  });
  const issues = [
    ...steps.flatMap((step) => [...step.issues, ...step.repetitions.flat().flatMap((one) => one.issues)]),
    ...quantityIssues(compiled, answers),
    ...loose,
  ];
  const leadTime = compiled.leadTime?.(out.scope);
  return {
    quantity: quantityOf(compiled.product, answers),
    steps,
    issues,
    valid: issues.every(({ level }) => level !== 'error'),
    ...(typeof leadTime === 'number' && { lead_time_days: Math.ceil(snap(leadTime)) }),
    scope: out.scope,
    repetitions: out.repetitions,
  };
}

/** Every feature state of a resolution by its path. */
export function statesByPath(resolved: Pick<Resolved, 'steps'>): Map<string, FeatureState> {
  const states = new Map<string, FeatureState>();
  for (const { repetitions } of resolved.steps)
    for (const repetition of repetitions) for (const one of repetition) states.set(one.path, one);
  return states;
}

const none: readonly Issue[] = [];

function state(draft: Draft, before: FeatureState | undefined): FeatureState {
  const { compiled, path, visible, by, required, disabled, min, max } = draft;
  const value = before && same(before.value, draft.value) ? before.value : draft.value;
  const options = before && sameOptions(before.options, draft.options) ? before.options : draft.options;
  const issues = !draft.issues.length
    ? none
    : before && same(before.issues, draft.issues)
      ? before.issues
      : draft.issues;
  if (
    before &&
    before.visible === visible &&
    before.value === value &&
    before.by === by &&
    before.required === required &&
    before.disabled === disabled &&
    before.min === min &&
    before.max === max &&
    before.options === options &&
    before.issues === issues
  )
    return before;
  return {
    feature: compiled.feature,
    path,
    visible,
    value,
    by,
    required,
    ...(disabled !== undefined && { disabled }),
    ...(options && { options }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    issues,
  };
}

const sameOptions = (a: readonly OptionState[] | undefined, b: readonly OptionState[] | undefined) =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.length === b.length &&
    a.every(
      (one, i) =>
        one.option === b[i]!.option && one.available === b[i]!.available && one.reason === b[i]!.reason,
    ));

function stepState(
  step: PublishedStep,
  draft: StepDraft,
  repetitions: StepState['repetitions'],
  before: StepState | undefined,
): StepState {
  const { visible, min, max } = draft;
  const own = step.repeat && visible ? repetitionIssues(step, draft, repetitions.length) : none;
  const all = [...own, ...repetitions.flat().flatMap((one) => one.issues)].filter(
    ({ level }) => level === 'error',
  );
  const status =
    all.length === 0
      ? 'complete'
      : all.every(({ kind }) => kind === 'incomplete')
        ? 'incomplete'
        : 'conflict';
  const next: StepState = {
    step,
    visible,
    status,
    repetitions,
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    issues: own,
  };
  const unchanged =
    before &&
    before.visible === visible &&
    before.status === status &&
    before.min === min &&
    before.max === max &&
    same(before.issues, own) &&
    before.repetitions.length === repetitions.length &&
    before.repetitions.every((one, i) => one.every((feature, j) => feature === repetitions[i]![j]));
  return unchanged ? before : next;
}

function repetitionIssues(
  step: PublishedStep,
  { min = 0, max = Infinity }: StepDraft,
  amount: number,
): Issue[] {
  const issue = (code: 'too_few_repetitions' | 'too_many_repetitions', limit: number): Issue => ({
    kind: 'invalid',
    level: 'error',
    code,
    path: step.id,
    step: step.id,
    params: { [code === 'too_few_repetitions' ? 'min' : 'max']: limit },
  });
  if (amount < min) return [issue('too_few_repetitions', min)];
  return amount > max ? [issue('too_many_repetitions', max)] : [];
}

function quantityIssues({ product: { quantity } }: CompiledProduct, answers: Answers): Issue[] {
  const asked = answers.quantity ?? quantity.default;
  const issue = (code: Issue['code'], params: Record<string, number>, value: number): Issue => ({
    kind: 'invalid',
    level: 'error',
    code,
    path: 'quantity',
    params,
    repairs: [{ path: 'quantity', value }],
  });
  const { min, max, step } = quantity;
  if (!(asked >= min)) return [issue('too_small', { min }, min)];
  if (asked > max) return [issue('too_large', { max }, max)];
  if (asked % step !== 0)
    return [issue('not_a_multiple', { step }, Math.min(max, Math.ceil(asked / step) * step))];
  return [];
}

/** Messages in force; those about a feature go to the feature. */
function messages({ messages: all }: CompiledProduct, { scope, drafts, repetitions }: WorkedOut): Issue[] {
  const loose: Issue[] = [];
  for (const { message, when } of all) {
    for (const here of message.step === undefined ? [scope] : (repetitions.get(message.step) ?? [])) {
      if (when(here) !== true) continue;
      const path =
        message.feature === undefined
          ? ''
          : message.step === undefined
            ? message.feature
            : formatPath(message.feature, message.step, here.index);
      const draft = drafts.get(path);
      const issue: Issue = {
        kind: 'message',
        level: message.level,
        code: 'message',
        path,
        reason: message.text,
      };
      if (draft?.visible) draft.issues = [...draft.issues, { ...issue, step: draft.compiled.step.id }];
      else if (message.feature === undefined) loose.push(issue);
    }
  }
  return loose;
}
