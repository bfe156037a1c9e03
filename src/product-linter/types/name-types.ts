import type { PublishedFeature } from '../../contract/published/published-feature.ts';
import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { Expr } from '../../contract/published/expr.ts';
import { boolean, join, text, type Type, typeOfLiteral, unknownType } from './type.ts';
import { unitOf } from './unit.ts';

/** Types of the names of a product. */
export class NameTypes {
  readonly #features = new Map<string, PublishedFeature>();
  readonly #values = new Map<string, Expr>();
  readonly #types = new Map<string, Type>();
  readonly #typeOf: (expr: Expr) => Type;

  /** @param typeOf what an expression yields, with names looked up here. */
  constructor(product: PublishedProduct, typeOf: (expr: Expr) => Type) {
    this.#typeOf = typeOf;
    for (const feature of product.steps.flatMap((step) => step.features)) {
      this.#features.set(feature.id, feature);
    }
    for (const { id, value } of product.variables) this.#values.set(id, value);
    for (const { id, unit } of product.measures) this.#types.set(id, { is: 'number', unit: unitOf(unit) });
    this.#types.set('quantity', { is: 'number', unit: {} });
  }

  feature(id: string): PublishedFeature | undefined {
    return this.#features.get(id);
  }

  /** The type of a name's value. No name depends on itself: the compiler refuses such products. */
  of(id: string): Type {
    const type = this.#types.get(id) ?? this.#find(id);
    this.#types.set(id, type);
    return type;
  }

  #find(id: string): Type {
    const feature = this.#features.get(id);
    return feature ? this.#ofFeature(feature) : this.#typeOf(this.#values.get(id) ?? null);
  }

  #ofFeature(feature: PublishedFeature): Type {
    const options = feature.options?.map((option) => option.id) ?? [];
    switch (feature.type) {
      case 'choice':
        return { is: 'text', options: feature.own ? [...options, 'own'] : options };
      case 'multi_choice':
        return { is: 'list', of: { is: 'text', options } };
      case 'yes_no':
        return boolean;
      case 'number':
        return { is: 'number', unit: unitOf(feature.unit) };
      case 'computed':
        if (feature.unit !== 'none') return { is: 'number', unit: unitOf(feature.unit) };
        return (feature.derived ?? []).map(({ value }) => this.#typeOf(value)).reduce(join);
      case 'hidden':
        return unknownType;
      case 'date':
      case 'file':
        return { is: feature.type };
      case 'text':
        return text;
    }
  }

  /** The type of an attribute of the options of a choice. */
  attribute(choice: string, name: string): Type {
    const feature = this.#features.get(choice);
    const values = [...(feature?.options ?? []), ...(feature?.own ? [feature.own] : [])].flatMap((option) => {
      if (name === 'colour' && 'colour' in option) return [option.colour];
      return option.attributes && Object.hasOwn(option.attributes, name) ? [option.attributes[name]] : [];
    });
    if (values.length === 0) return unknownType;
    // Texts are not told apart: gathering them would take the square of their number.
    return values.map((value) => (typeof value === 'string' ? text : typeOfLiteral(value))).reduce(join);
  }
}
