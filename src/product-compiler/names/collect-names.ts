import { closest } from './closest.ts';
import type { CompileContext } from '../compile-context.ts';
import { reserved } from '../../expressions/functions.ts';
import type { DeclaredName } from '../expression-site.ts';

/** Gathers every name that expressions may use, refusing those that are taken or mean something already. */
export function collectNames(draft: CompileContext): void {
  const { steps, measures = [], variables = [] } = draft.input;
  steps.forEach((step, s) => {
    const repeats = step.repeat === undefined ? {} : { step: step.id };
    add(draft, { id: step.id, kind: 'step', path: `steps[${s}]`, ...repeats });
    step.features.forEach((feature, f) => {
      const unit = 'unit' in feature ? (feature.unit ?? 'none') : undefined;
      add(draft, {
        id: feature.id,
        kind: 'feature',
        feature,
        unit,
        path: `steps[${s}].features[${f}]`,
        ...repeats,
      });
    });
  });
  measures.forEach(({ id, unit, step }, index) => {
    const path = `measures[${index}]`;
    add(draft, { id, kind: 'measure', unit, path, ...repeatable(step, path, draft) });
  });
  variables.forEach(({ id, step }, index) => {
    const path = `variables[${index}]`;
    add(draft, { id, kind: 'variable', path, ...repeatable(step, path, draft) });
  });
}

/** The repeatable step of a measure, variable or price; nothing where it has none, or names what is none. */
export function repeatable(
  step: string | undefined,
  path: string,
  draft: CompileContext,
): { readonly step?: string } {
  if (step === undefined) return {};
  const found = draft.names.get(step);
  if (found?.kind === 'step' && found.step !== undefined) return { step };
  const all = draft.input.steps.filter((one) => one.repeat).map((one) => one.id);
  const meant = closest(step, all);
  draft.error(
    `${path}.step`,
    found?.kind === 'step' ? `the step "${step}" does not repeat` : `there is no step "${step}"`,
    meant === undefined ? 'leave "step" out' : `did you mean "${meant}"?`,
  );
  return {};
}

function add(draft: CompileContext, name: DeclaredName): void {
  const { id, path } = name;
  const taken = draft.names.get(id);
  if (reserved.has(id)) {
    draft.error(
      `${path}.id`,
      `"${id}" means something in expressions already`,
      `choose another id, such as "${id}_1"`,
    );
  } else if (taken) {
    draft.error(
      `${path}.id`,
      `the id "${id}" is taken by ${taken.path}`,
      'steps, features, measures and variables need ids of their own',
    );
  } else draft.names.set(id, name);
}
