import type { CompileContext } from './compile-context.ts';

/** Refuses ids that occur twice in a list. @param what the kind of its entries, for the message. */
export function refuseDuplicates(
  list: readonly { readonly id: string }[],
  path: string,
  what: string,
  context: CompileContext,
): void {
  const seen = new Map<string, number>();
  list.forEach(({ id }, index) => {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, index);
    else
      context.error(
        `${path}[${index}].id`,
        `the ${what} "${id}" is there twice`,
        `rename it, or ${path}[${first}]`,
      );
  });
}
