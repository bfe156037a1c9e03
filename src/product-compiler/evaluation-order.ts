import type { CompileContext } from './compile-context.ts';

/**
 * Ids of all steps, features, measures and variables, each after all that it reads, otherwise in the order of the file.
 * Refuses circular dependencies, naming the circle.
 */
export function evaluationOrder(context: CompileContext): string[] {
  const { steps, measures = [], variables = [] } = context.input;
  for (const step of steps) {
    for (const feature of step.features) context.note(feature.id, [step.id], '');
  }
  for (const { id, step } of context.names.values()) {
    if (step !== undefined && step !== id) context.note(id, [step], '');
  }
  const all = [
    ...steps.flatMap((step) => [step.id, ...step.features.map(({ id }) => id)]),
    ...[...measures, ...variables].map(({ id }) => id),
  ];
  const sorted: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  /** Ids being visited, each with the names that it has still to visit. A stack of our own, because chains may be longer than calls can nest. */
  const stack: { readonly id: string; readonly next: Iterator<string> }[] = [];
  const visit = (id: string): void => {
    state.set(id, 'open');
    stack.push({ id, next: (context.reads.get(id) ?? new Map<string, string>()).keys() });
  };
  for (const id of all) {
    if (!state.has(id)) visit(id);
    while (stack.length > 0) {
      const { id, next } = stack.at(-1)!;
      const read = next.next();
      if (read.done === true) {
        stack.pop();
        state.set(id, 'done');
        sorted.push(id);
      } else if (context.names.has(read.value)) {
        const visited = state.get(read.value);
        if (visited === undefined) visit(read.value);
        else if (visited === 'open') {
          const ids = stack.map((one) => one.id);
          refuse([...ids.slice(ids.indexOf(read.value)), read.value], context);
        }
      }
    }
  }
  return sorted;
}

function refuse(cycle: readonly string[], context: CompileContext): void {
  const [id] = cycle;
  const links = cycle.slice(1).map((next, index) => context.reads.get(cycle[index]!)?.get(next) ?? '');
  context.error(
    // That a feature is in a step has no path of its own; some expression closes the circle.
    links.findLast((path) => path !== '') ?? '',
    cycle.length === 2
      ? `"${id}" depends on itself`
      : `"${id}" depends on itself: ${cycle.map((one) => `"${one}"`).join(' needs ')}`,
    'leave one of them out, or say what must hold between them by a rule of type "requires" or "excludes"',
  );
}
