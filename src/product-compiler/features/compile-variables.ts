import type { PublishedVariable } from '../../contract/published/published-variable.ts';
import { defined } from '../../contract/defined.ts';
import type { CompileContext } from '../compile-context.ts';

export function compileVariables(context: CompileContext): PublishedVariable[] {
  return (context.input.variables ?? []).map(({ id, value }, index) => {
    const step = context.names.get(id)?.step;
    const expr = context.expr(value, `variables[${index}].value`, { owner: id, step }, { is: 'any' });
    context.values.set(id, expr);
    return defined({ id, step, value: expr });
  });
}
