import type { CompileContext } from './compile-context.ts';

/**
 * Ids of all steps, features, measures and variables, each after all that it reads, otherwise as in the file. Refuses
 * what depends on itself, naming the way round.
 */
export function evaluationOrder(draft: CompileContext): string[] {
  const { steps, measures = [], variables = [] } = draft.input;
  for (const step of steps) {
    for (const feature of step.features) draft.note(feature.id, [step.id], '');
  }
  for (const { id, step } of draft.names.values()) {
    if (step !== undefined && step !== id) draft.note(id, [step], '');
  }
  const all = [
    ...steps.flatMap((step) => [step.id, ...step.features.map(({ id }) => id)]),
    ...[...measures, ...variables].map(({ id }) => id),
  ];
  const sorted: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  /** What is being visited, and what each of them has still to see: a list of our own, since calls go only so deep. */
  const way: { readonly id: string; readonly next: Iterator<string> }[] = [];
  const visit = (id: string): void => {
    state.set(id, 'open');
    way.push({ id, next: (draft.reads.get(id) ?? new Map<string, string>()).keys() });
  };
  for (const id of all) {
    if (!state.has(id)) visit(id);
    while (way.length > 0) {
      const { id, next } = way.at(-1)!;
      const read = next.next();
      if (read.done === true) {
        way.pop();
        state.set(id, 'done');
        sorted.push(id);
      } else if (draft.names.has(read.value)) {
        const known = state.get(read.value);
        if (known === undefined) visit(read.value);
        else if (known === 'open') {
          const ids = way.map((one) => one.id);
          refuse([...ids.slice(ids.indexOf(read.value)), read.value], draft);
        }
      }
    }
  }
  return sorted;
}

function refuse(cycle: readonly string[], draft: CompileContext): void {
  const [id] = cycle;
  const links = cycle.slice(1).map((next, index) => draft.reads.get(cycle[index]!)?.get(next) ?? '');
  draft.error(
    // That a feature is in a step is said nowhere in particular; some expression closes the circle.
    links.findLast((path) => path !== '') ?? '',
    cycle.length === 2
      ? `"${id}" depends on itself`
      : `"${id}" depends on itself: ${cycle.map((one) => `"${one}"`).join(' needs ')}`,
    'leave one of them out, or say what must hold between them by a rule of type "requires" or "excludes"',
  );
}
