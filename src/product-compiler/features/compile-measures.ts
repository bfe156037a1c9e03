import * as defaults from '../../contract/product/defaults.ts';
import type { PublishedMeasure } from '../../contract/published/published-measure.ts';
import { defined } from '../../contract/defined.ts';
import type { CompileContext } from '../compile-context.ts';

/** One mm, mm², mm³, g or piece in the unit of a measure. */
const scales = { mm: 1, m: 1e-3, m2: 1e-6, m3: 1e-9, g: 1, kg: 1e-3, piece: 1 };

/** Measures, in the units that they are declared in. */
export function compileMeasures(context: CompileContext): PublishedMeasure[] {
  return (context.input.measures ?? []).map(({ id, name, unit, round, minimum, value }, index) => {
    const path = `measures[${index}]`;
    const step = context.names.get(id)?.step;
    const expr = context.expr(value, `${path}.value`, { owner: id, step }, { is: 'measure', unit });
    context.values.set(id, expr);
    return defined({
      id,
      name,
      unit,
      step,
      value: expr,
      scale: scales[unit],
      round: round && { to: round.to, mode: round.mode ?? defaults.roundMode },
      minimum,
    });
  });
}
