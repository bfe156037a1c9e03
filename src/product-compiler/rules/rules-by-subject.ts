import { append } from '../append.ts';
import type { CompileContext } from '../compile-context.ts';
import type { FeatureInput, RuleInput, RuleOf } from '../product-input-types.ts';
import { didYouMean } from '../names/did-you-mean.ts';

type FeatureType = FeatureInput['type'];

/** A rule with its path in the file. */
interface LocatedRule<Type extends RuleInput['type'] = RuleInput['type']> {
  readonly rule: RuleOf<Type>;
  readonly path: string;
}

/** Rules by the feature or step that they are about. */
export class RulesBySubject {
  readonly #features = new Map<string, LocatedRule[]>();
  readonly #steps = new Map<string, LocatedRule[]>();

  constructor(context: CompileContext) {
    (context.input.rules ?? []).forEach((rule, index) => {
      const path = `rules[${index}]`;
      context.at = path;
      if (rule.type === 'visible' && (rule.feature === undefined) === (rule.step === undefined)) {
        context.error(
          path,
          'a rule of type visible is about a feature or a step',
          'give "feature" or "step"',
        );
        return;
      }
      if (
        'feature' in rule &&
        rule.feature !== undefined &&
        checkFeature(rule, rule.feature, path, context)
      ) {
        append(this.#features, rule.feature, { rule, path });
      }
      if ('step' in rule && rule.step !== undefined && checkStep(rule.step, rule.type, path, context)) {
        append(this.#steps, rule.step, { rule, path });
      }
    });
  }

  /** Rules of one type about a feature, in order. */
  of<Type extends RuleInput['type']>(feature: string, type: Type): LocatedRule<Type>[] {
    return (this.#features.get(feature) ?? []).filter((one) => isOf(one, type));
  }

  ofStep<Type extends 'visible' | 'repetitions'>(step: string, type: Type): LocatedRule<Type>[] {
    return (this.#steps.get(step) ?? []).filter((one) => isOf(one, type));
  }
}

const isOf = <Type extends RuleInput['type']>(
  one: LocatedRule,
  type: Type,
): one is LocatedRule<Type> & LocatedRule => one.rule.type === type;

const allTypes: readonly FeatureType[] = [
  'choice',
  'multi_choice',
  'yes_no',
  'number',
  'text',
  'date',
  'file',
  'computed',
  'hidden',
];
const answeredTypes = allTypes.filter((type) => type !== 'computed' && type !== 'hidden');
/** Types of features that a rule can be about. */
const featureTypes: Readonly<Record<string, readonly FeatureType[]>> = {
  visible: allTypes.filter((type) => type !== 'hidden'),
  enabled: allTypes.filter((type) => type !== 'hidden'),
  required: answeredTypes,
  allow: ['choice', 'multi_choice'],
  bounds: ['number', 'multi_choice'],
  default: allTypes.filter((type) => type !== 'computed' && type !== 'file'),
  value: allTypes.filter((type) => type !== 'file'),
  message: allTypes,
};

/** Refuses a rule about a feature that is not there, or of a type that the rule does not fit. */
function checkFeature(rule: RuleInput, id: string, path: string, context: CompileContext): boolean {
  const found = context.names.get(id);
  if (!found?.feature) {
    const features = [...context.names.values()].filter((one) => one.feature).map((one) => one.id);
    context.error(
      `${path}.feature`,
      found ? `"${id}" is a ${found.kind}, not a feature` : `there is no feature "${id}"`,
      didYouMean(id, features),
    );
    return false;
  }
  const { type } = found.feature;
  if (featureTypes[rule.type]?.includes(type) !== false) return true;
  context.error(
    `${path}.feature`,
    `a rule of type ${rule.type} cannot be about "${id}", which is of type ${type}`,
    `it fits features of type ${featureTypes[rule.type]!.join(', ')}`,
  );
  return false;
}

function checkStep(id: string, type: string, path: string, context: CompileContext): boolean {
  const found = context.names.get(id);
  if (found?.kind !== 'step') {
    context.error(
      `${path}.step`,
      `there is no step "${id}"`,
      didYouMean(
        id,
        context.input.steps.map((one) => one.id),
      ),
    );
    return false;
  }
  if (type !== 'repetitions' || found.step !== undefined) return true;
  context.error(`${path}.step`, `the step "${id}" does not repeat`, 'give it "repeat"');
  return false;
}
