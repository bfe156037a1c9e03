import * as defaults from '../../contract/product/defaults.ts';
import { repeatableStep } from './repeatable-step.ts';
import type { CompileContext } from '../compile-context.ts';
import { reserved } from '../../expressions/functions.ts';
import type { DeclaredName } from './declared-name.ts';

/** Collects every name that expressions may use, and refuses those that are taken or reserved. */
export function collectNames(context: CompileContext): void {
  const { steps, measures = [], variables = [] } = context.input;
  steps.forEach((step, s) => {
    const repeats = step.repeat === undefined ? {} : { step: step.id };
    declare(context, { id: step.id, kind: 'step', path: `steps[${s}]`, ...repeats });
    step.features.forEach((feature, f) => {
      const unit = 'unit' in feature ? (feature.unit ?? defaults.numberUnit) : undefined;
      declare(context, {
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
    declare(context, { id, kind: 'measure', unit, path, ...repeatableStep(step, path, context) });
  });
  variables.forEach(({ id, step }, index) => {
    const path = `variables[${index}]`;
    declare(context, { id, kind: 'variable', path, ...repeatableStep(step, path, context) });
  });
}

function declare(context: CompileContext, name: DeclaredName): void {
  const { id, path } = name;
  const taken = context.names.get(id);
  if (reserved.has(id)) {
    context.error(
      `${path}.id`,
      `"${id}" means something in expressions already`,
      `choose another id, such as "${id}_1"`,
    );
  } else if (taken) {
    context.error(
      `${path}.id`,
      `the id "${id}" is taken by ${taken.path}`,
      'steps, features, measures and variables need ids of their own',
    );
  } else context.names.set(id, name);
}
