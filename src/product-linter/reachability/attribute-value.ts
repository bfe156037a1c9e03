import { type AbstractValue, constant, joinAll, orUnset, top, unset } from './abstract-value.ts';
import type { Environment, ValuesByName } from './environment.ts';

/** Values found before, by what the choice may be: one condition after the other asks about the same attributes. */
const knownValues = new WeakMap<
  Environment['attributes'],
  WeakMap<AbstractValue, Map<string, AbstractValue>>
>();

/** An attribute of whichever options a choice may have. */
export function attributeValue(
  choice: string,
  name: string,
  names: ValuesByName,
  { attributes }: Environment,
): AbstractValue {
  const chosen = names.get(choice);
  const options = attributes.get(choice);
  if (!chosen || !options || !chosen.texts) return chosen && !chosen.texts ? unset : top;
  const byChoice = knownValues.get(attributes) ?? new WeakMap<AbstractValue, Map<string, AbstractValue>>();
  knownValues.set(attributes, byChoice);
  const byName = byChoice.get(chosen) ?? new Map<string, AbstractValue>();
  byChoice.set(chosen, byName);
  const key = `${choice}.${name}`;
  const found = byName.get(key) ?? attributeOf(options, chosen, name);
  byName.set(key, found);
  return found;
}

function attributeOf(
  options: NonNullable<ReturnType<Environment['attributes']['get']>>,
  { texts, unset: isUnset }: AbstractValue,
  name: string,
): AbstractValue {
  const ids = texts === 'any' ? options.keys() : texts!;
  const found = Array.from(ids, (id): AbstractValue => {
    const all = options.get(id) ?? {};
    return Object.hasOwn(all, name) ? constant(all[name]) : unset;
  });
  return orUnset(joinAll(found), isUnset || found.some((one) => one.unset));
}
