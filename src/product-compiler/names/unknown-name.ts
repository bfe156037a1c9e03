import { ExpressionError } from '../../expressions/expression-error.ts';
import { functions } from '../../expressions/functions.ts';
import { didYouMean } from './did-you-mean.ts';
import type { TranslationContext } from './translation-context.ts';

/** The error for a name that nothing in the product has. */
export function unknownName(name: string, at: number, { names }: TranslationContext): ExpressionError {
  if (functions.has(name)) return new ExpressionError(at, `"${name}" is a function`, `write ${name}(…)`);
  const isOption = [...names.values()].some(
    ({ feature }) => feature && 'options' in feature && feature.options.some((option) => option.id === name),
  );
  return new ExpressionError(
    at,
    `there is no "${name}"`,
    isOption ? `an option is a text in quotes: "${name}"` : didYouMean(name, [...names.keys(), 'quantity']),
  );
}
