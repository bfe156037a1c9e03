import type { CompileContext } from '../compile-context.ts';
import { closest } from './closest.ts';

/** The repeatable step that a measure, variable or price names; nothing where it names none, or something else. */
export function repeatableStep(
  step: string | undefined,
  path: string,
  context: CompileContext,
): { readonly step?: string } {
  if (step === undefined) return {};
  const found = context.names.get(step);
  if (found?.kind === 'step' && found.step !== undefined) return { step };
  const all = context.input.steps.filter((one) => one.repeat).map((one) => one.id);
  const meant = closest(step, all);
  context.error(
    `${path}.step`,
    found?.kind === 'step' ? `the step "${step}" does not repeat` : `there is no step "${step}"`,
    meant === undefined ? 'leave "step" out' : `did you mean "${meant}"?`,
  );
  return {};
}
