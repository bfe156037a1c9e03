import type { FeatureInput, StepInput } from '../../../src/product-compiler/product-input-types.ts';
import { chosen, type Condition, yes } from '../rules/condition.ts';
import { attributesOf, helpOf, privateOf } from './describe-feature.ts';
import { IdMaker } from './id-maker.ts';
import { splitSections } from './split-sections.ts';
import type { UvlFeature, UvlGroup, UvlNote } from '../parser/uvl-model.ts';
import { UvlError } from '../parser/uvl-error.ts';
import { writeCondition } from '../rules/write-condition.ts';

/** The part of the product that a UVL feature became. */
export interface Placed {
  readonly feature: UvlFeature;
  readonly parent: Placed | undefined;
  /** That it is selected, as those beside it see it. */
  readonly selected: Condition;
  /** The repeatable step it is in; its condition and value are those of the repetition at hand. */
  readonly step: RepeatedStep | undefined;
  /** Id of the number or text that it has (typed features). */
  readonly value: string | undefined;
}

/** A feature with a cardinality, as a step that repeats. */
export interface RepeatedStep {
  readonly id: string;
  /** That there is at least one instance. */
  readonly there: Condition;
}

/** The product's steps, and where each feature of the model is in them. */
export interface Placement {
  readonly steps: StepInput[];
  /** By name, as constraints write it. */
  readonly placed: ReadonlyMap<string, Placed>;
  readonly ids: IdMaker;
  readonly notes: UvlNote[];
  /** Id of a feature that can be answered → where that is: the condition that it is visible. */
  readonly asked: ReadonlyMap<string, Condition>;
  /** Group → id of the choice that it became; optional feature → id of the yes/no. */
  readonly decisions: ReadonlyMap<UvlGroup | UvlFeature, Decision>;
}

export interface Decision {
  readonly id: string;
  /** UVL feature → option id. */
  readonly options: ReadonlyMap<UvlFeature, string>;
}

const MOST_OPTIONS = 500;
const MOST_REPETITIONS = 200;

/**
 * Lays a feature tree out as steps and features: an alternative group becomes a choice, another group a multi-choice, an
 * optional feature a yes/no, a typed feature a number or text, a feature with a cardinality a step that repeats. The parts of
 * a feature are visible while it is selected. A mandatory feature asks nothing: it is shown if it has no parts.
 *
 * @throws {UvlError} where a group has more children than a choice may have options.
 */
export function placeFeatures(root: UvlFeature): Placement {
  const layout = new Layout(root);
  layout.place(root, undefined, true, undefined, layout.section(root, true));
  return { ...layout, steps: layout.steps.filter(({ features }) => features.length > 0) };
}

class Layout {
  readonly steps: StepInput[] = [];
  readonly placed = new Map<string, Placed>();
  readonly decisions = new Map<UvlGroup | UvlFeature, Decision>();
  readonly notes: UvlNote[] = [];
  readonly asked = new Map<string, Condition>();
  readonly ids = new IdMaker();
  readonly #sections: ReadonlySet<UvlFeature>;

  constructor(root: UvlFeature) {
    this.#sections = splitSections(root);
  }

  section(feature: UvlFeature, selected: Condition): StepInput {
    const step: StepInput = {
      id: this.ids.id(`step_${feature.name}`),
      name: feature.name,
      ...visible(selected),
      features: [],
    };
    this.steps.push(step);
    return step;
  }

  /** Places a feature whose selection is decided, and all below it. */
  place(
    feature: UvlFeature,
    parent: Placed | undefined,
    selected: Condition,
    step: RepeatedStep | undefined,
    into: StepInput,
    asks = false,
  ): void {
    const repeated = this.#repeat(feature, selected, step);
    if (repeated) [into, step, selected] = [repeated.into, repeated.step, true];
    else if (!step && this.#sections.has(feature) && parent) into = this.section(feature, selected);
    const value = feature.type === 'Boolean' ? undefined : this.#ask(feature, selected);
    const placed: Placed = { feature, parent, selected, step, value };
    if (this.placed.has(feature.name)) {
      this.notes.push({
        line: feature.line,
        message: `"${feature.name}" is there twice; constraints mean the first`,
      });
    } else this.placed.set(feature.name, placed);
    if (value !== undefined) into.features.push(typed(feature, value, selected));
    else if ((!asks || repeated) && feature.groups.length === 0)
      into.features.push(this.#shown(feature, selected));
    let described = value !== undefined || asks;
    for (const group of feature.groups.filter(({ features }) => features.length > 0)) {
      this.#group(group, placed, into, described);
      described ||= group.kind !== 'mandatory' && group.kind !== 'optional';
    }
  }

  /** A step for the instances of a feature; none where there is exactly one, or within other instances. */
  #repeat(feature: UvlFeature, selected: Condition, step: RepeatedStep | undefined) {
    const { cardinality, line, name } = feature;
    if (!cardinality || (cardinality.min === 1 && cardinality.max === 1)) return undefined;
    if (step) {
      const message = `"${name}" cannot repeat inside "${step.id}", which repeats; it is there once in each`;
      this.notes.push({ line, message });
      return undefined;
    }
    // Where its group decides about it, selected means that there is at least one.
    const min = selected === true ? cardinality.min : Math.max(1, cardinality.min);
    const max = Math.min(MOST_REPETITIONS, cardinality.max);
    if (max < cardinality.max && cardinality.max < Infinity) {
      this.notes.push({ line, message: `"${name}" repeats at most ${MOST_REPETITIONS} times` });
    }
    const id = this.ids.id(name);
    const repeat = { min, max: Math.max(1, max), item_name: name };
    const into: StepInput = { id, name, ...visible(selected), repeat, features: [] };
    this.steps.push(into);
    const there: Condition = min > 0 ? selected : { is: 'test', text: `count(${id}) > 0` };
    return { into, step: { id, there } };
  }

  #group(group: UvlGroup, parent: Placed, into: StepInput, described: boolean): void {
    const { step, selected } = parent;
    if (group.kind === 'mandatory') {
      for (const child of group.features) this.place(child, parent, selected, step, into);
    } else if (group.kind === 'optional') {
      for (const child of group.features) {
        const id = this.#ask(child, selected);
        into.features.push({
          id,
          name: child.name,
          type: 'yes_no',
          ...visible(selected),
          ...helpOf(child),
          ...privateOf(child),
          default: false,
        });
        this.decisions.set(child, { id, options: new Map() });
        this.place(child, parent, yes(id), step, into, true);
      }
    } else this.#choice(group, parent, into, described);
  }

  #choice(group: UvlGroup, parent: Placed, into: StepInput, described: boolean): void {
    const { features, line } = group;
    if (features.length > MOST_OPTIONS) {
      throw new UvlError(
        line,
        `a group of ${features.length} features; a choice has at most ${MOST_OPTIONS}`,
      );
    }
    const max = Math.min(group.max, features.length);
    if (group.min > max) {
      throw new UvlError(line, `at least ${group.min} of ${features.length} features can never be chosen`);
    }
    const several = group.min !== 1 || max !== 1 || group.kind === 'or';
    const id = this.#ask(parent.feature, parent.selected);
    const ids = new IdMaker(['own']);
    const options = new Map(features.map((child) => [child, ids.option(child.name)]));
    const common = {
      id,
      name: parent.feature.name,
      ...visible(parent.selected),
      ...(described ? {} : { ...helpOf(parent.feature), ...privateOf(parent.feature) }),
      options: features.map((child) => ({
        id: options.get(child)!,
        name: child.name,
        ...helpOf(child),
        ...attributesOf(child),
      })),
    };
    into.features.push(
      several
        ? { ...common, type: 'multi_choice', min: group.min, max, required: group.min > 0 }
        : { ...common, type: 'choice', display: features.length > 6 ? 'dropdown' : 'radio' },
    );
    this.decisions.set(group, { id, options });
    for (const [child, option] of options) {
      this.place(child, parent, chosen(id, option, several), parent.step, into, true);
    }
  }

  #ask({ name }: UvlFeature, visible: Condition): string {
    const id = this.ids.id(name);
    this.asked.set(id, visible);
    return id;
  }

  /** A mandatory feature that nothing hangs on: nothing to answer, but it should be seen. */
  #shown(feature: UvlFeature, selected: Condition): FeatureInput {
    return {
      id: this.ids.id(feature.name),
      name: feature.name,
      type: 'computed',
      value: 'true',
      ...visible(selected),
      ...helpOf(feature),
      ...privateOf(feature),
    };
  }
}

const visible = (selected: Condition) => (selected === true ? {} : { visible: writeCondition(selected) });

function typed(feature: UvlFeature, id: string, selected: Condition): FeatureInput {
  const given = feature.attributes.get('default');
  const common = { id, name: feature.name, ...visible(selected), ...helpOf(feature), ...privateOf(feature) };
  return feature.type === 'String'
    ? { ...common, type: 'text', ...(typeof given === 'string' && { default: given }) }
    : {
        ...common,
        type: 'number',
        decimals: feature.type === 'Integer' ? 0 : 6,
        default: typeof given === 'number' ? given : 0,
      };
}
