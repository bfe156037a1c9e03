import type { UvlFeature, UvlValue } from '../parser/uvl-model.ts';

const LONGEST = 2000;
const isHelp = (key: string, value: UvlValue) => typeof value === 'string' && /description|help/i.test(key);

/** The feature's description, an attribute, as help for the shopper. */
export function helpOf({ attributes }: UvlFeature): { help?: string } {
  const found = [...attributes].find(([key, value]) => isHelp(key, value));
  return found ? { help: (found[1] as string).slice(0, LONGEST) } : {};
}

/** All other attributes, for those who maintain the product. Formulas of the model have their values in them already. */
export function privateOf({ attributes }: UvlFeature): { private?: Record<string, unknown> } {
  const others = [...attributes].filter(([key, value]) => !isHelp(key, value));
  return others.length ? { private: Object.fromEntries(others) } : {};
}

/** Attributes of an option that expressions and prices can read; the others are private. */
export function attributesOf(feature: UvlFeature): {
  attributes?: Record<string, string | number | boolean>;
  private?: Record<string, unknown>;
} {
  const facts: Record<string, string | number | boolean> = {};
  const others: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(privateOf(feature).private ?? {})) {
    const isFact = /^[A-Za-z_]\w{0,63}$/.test(key) && key !== 'abstract' && key !== 'colour';
    if (isFact && (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'))
      facts[key] = value;
    else others[key] = value;
  }
  return {
    ...(Object.keys(facts).length && { attributes: facts }),
    ...(Object.keys(others).length && { private: others }),
  };
}
