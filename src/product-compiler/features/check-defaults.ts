import * as defaults from '../../contract/product/defaults.ts';
import { keepDecimals } from '../../expressions/rounding.ts';
import type { CompileContext } from '../compile-context.ts';
import type { FeatureInput, FeatureOf } from '../product-input-types.ts';
import { didYouMean } from '../names/did-you-mean.ts';

/** Checks fixed defaults and bounds, and fixed values and bounds of rules, against what the feature takes. */
export function checkDefaults(context: CompileContext): void {
  context.input.steps.forEach((step, s) => {
    step.features.forEach((feature, f) => {
      const path = `steps[${s}].features[${f}]`;
      context.at = path;
      checkBounds(feature, path, context);
      if ('default' in feature && feature.default !== undefined) {
        checkValue(feature.default, feature, `${path}.default`, context);
      }
    });
  });
  (context.input.rules ?? []).forEach((rule, index) => {
    if (rule.type === 'bounds') {
      const feature = context.names.get(rule.feature)?.feature;
      if (feature) warnOfDecimals(feature, rule, `rules[${index}]`, context);
    }
    if (rule.type !== 'default' && rule.type !== 'value') return;
    const feature = context.names.get(rule.feature)?.feature;
    if (feature) checkValue(rule.value, feature, `rules[${index}].value`, context);
  });
}

function checkBounds(feature: FeatureInput, path: string, context: CompileContext): void {
  if (feature.type !== 'number' && feature.type !== 'multi_choice' && feature.type !== 'date') return;
  warnOfDecimals(feature, feature, path, context);
  const { min, max } = feature;
  if (typeof min === 'number' && typeof max === 'number' && min > max) {
    context.error(`${path}.min`, `min ${min} is above max ${max}`, 'exchange them');
  }
  if (feature.type === 'date' && typeof min === 'string' && typeof max === 'string' && min > max) {
    context.error(`${path}.min`, `${min} is after ${max}`, 'exchange them');
  }
  if (feature.type === 'multi_choice' && typeof min === 'number' && min > feature.options.length) {
    context.error(`${path}.min`, `there are only ${feature.options.length} options`, 'lower min');
  }
}

/** 72 in are 1828.8 mm. Without decimals they are kept as 1829, above a maximum of 1828.8. */
function warnOfDecimals(
  feature: FeatureInput,
  bounds: Readonly<Partial<Record<'min' | 'max', unknown>>>,
  path: string,
  context: CompileContext,
): void {
  if (feature.type !== 'number') return;
  const { decimals = defaults.numberDecimals } = feature;
  for (const key of ['min', 'max'] as const) {
    const bound = bounds[key];
    if (typeof bound !== 'number' || keepDecimals(bound, decimals) === bound) continue;
    context.warn(
      `${path}.${key}`,
      `answers are kept with ${decimals} decimals, so none is ever ${bound}`,
      `raise "decimals" of "${feature.id}", or round ${key}`,
    );
  }
}

type Wrong = readonly [message: string, hint: string] | undefined;

function checkValue(value: unknown, feature: FeatureInput, path: string, context: CompileContext): void {
  if (typeof value === 'object' && value !== null && 'expression' in value) return;
  const wrong = wrongValue(value, feature);
  if (wrong) context.error(path, ...wrong);
}

const shown = (value: unknown) => JSON.stringify(value);

function wrongValue(value: unknown, feature: FeatureInput): Wrong {
  switch (feature.type) {
    case 'choice':
      return wrongOption(value, feature);
    case 'multi_choice': {
      if (!Array.isArray(value)) return [`${shown(value)} is not a list of options`, 'write ["a", "b"]'];
      const { min, max } = feature;
      if (typeof min === 'number' && value.length < min)
        return [`these are fewer than min ${min}`, 'name more'];
      if (typeof max === 'number' && value.length > max)
        return [`these are more than max ${max}`, 'name fewer'];
      return value.map((one) => wrongOption(one, feature)).find((one) => one !== undefined);
    }
    case 'yes_no':
      return typeof value === 'boolean'
        ? undefined
        : [`${shown(value)} is not yes or no`, 'write true or false'];
    case 'number':
      return wrongNumber(value, feature);
    case 'computed':
      return undefined;
    case 'hidden': {
      const { value_type = defaults.hiddenValueType } = feature;
      const type = value_type === 'text' ? 'string' : value_type;
      return typeof value === type
        ? undefined
        : [`${shown(value)} is not a ${value_type}`, 'change it or "value_type"'];
    }
    case 'text':
      return wrongText(value, feature);
    case 'date': {
      const { min, max } = feature;
      if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value))
        return [`${shown(value)} is not a date`, 'write "2030-12-31"'];
      if (typeof min === 'string' && value < min)
        return [`${value} is before min ${min}`, `write "${min}" or later`];
      if (typeof max === 'string' && value > max)
        return [`${value} is after max ${max}`, `write "${max}" or earlier`];
      return undefined;
    }
    case 'file':
      return ['a file has no default', 'leave it out'];
  }
}

function wrongOption(
  value: unknown,
  { id, options }: FeatureOf<'choice'> | FeatureOf<'multi_choice'>,
): Wrong {
  const ids = options.map((option) => option.id);
  if (ids.includes(value as string)) return undefined;
  if (value === 'own') return ['what the shopper enters has no default', 'name an option'];
  return [`"${id}" has no option ${shown(value)}`, didYouMean(String(value), ids)];
}

function wrongNumber(
  value: unknown,
  { min, max, step, decimals = defaults.numberDecimals }: FeatureOf<'number'>,
): Wrong {
  if (typeof value !== 'number') return [`${shown(value)} is not a number`, 'write a number without quotes'];
  if (typeof min === 'number' && value < min) return [`${value} is below min ${min}`, `write ${min} or more`];
  if (typeof max === 'number' && value > max) return [`${value} is above max ${max}`, `write ${max} or less`];
  const off = (unit: number) => Math.abs(value / unit - Math.round(value / unit)) > 1e-9;
  if (step !== undefined && off(step))
    return [`${value} is not a multiple of step ${step}`, `write ${Math.round(value / step) * step}`];
  if (off(10 ** -decimals))
    return [`${value} has more than ${decimals} decimals`, 'round it, or raise "decimals"'];
  return undefined;
}

function wrongText(
  value: unknown,
  { min_length = 0, max_length = defaults.textMaxLength, pattern }: FeatureOf<'text'>,
): Wrong {
  if (typeof value !== 'string') return [`${shown(value)} is not a text`, 'write it in quotes'];
  if (value.length < min_length) return [`it is shorter than min_length ${min_length}`, 'write more'];
  if (value.length > max_length) return [`it is longer than max_length ${max_length}`, 'write less'];
  try {
    if (pattern === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(value)) return undefined;
  } catch {
    // `checkPattern` reports the pattern itself.
    return undefined;
  }
  return ['it does not match the pattern', 'change it or the pattern'];
}
