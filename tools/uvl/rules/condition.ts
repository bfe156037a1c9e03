/**
 * A condition over the product's features while it is being put together: constants are folded, so that a rule says only what
 * the structure of the product leaves open. `test` is an expression; `choice` and `option` say so if it asks for one option
 * of a choice.
 */
export type Condition =
  | boolean
  | { readonly is: 'test'; readonly text: string; readonly choice?: string; readonly option?: string }
  | { readonly is: 'not'; readonly of: Condition }
  | { readonly is: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly is: 'same'; readonly of: readonly [Condition, Condition] };

export const yes = (feature: string): Condition => ({ is: 'test', text: feature });

/** This option of a choice (exactly one) or multi-choice (one of several) is chosen. */
export const chosen = (feature: string, option: string, several: boolean): Condition =>
  several
    ? { is: 'test', text: `"${option}" in ${feature}` }
    : { is: 'test', text: `${feature} == "${option}"`, choice: feature, option };

export const not = (of: Condition): Condition => {
  if (typeof of === 'boolean') return !of;
  return of.is === 'not' ? of.of : { is: 'not', of };
};

export const all = (...conditions: readonly Condition[]): Condition => join('all', conditions);
export const any = (...conditions: readonly Condition[]): Condition => join('any', conditions);

export const iff = (a: Condition, b: Condition): Condition => {
  if (typeof a === 'boolean') return a ? b : not(b);
  if (typeof b === 'boolean') return b ? a : not(a);
  return { is: 'same', of: [a, b] };
};

/** Flattens, drops duplicates, and folds constants, opposites and two options of one choice. */
function join(is: 'all' | 'any', conditions: readonly Condition[]): Condition {
  const neutral = is === 'all';
  const found = new Map<string, Condition>();
  for (const one of conditions.flatMap((each) =>
    typeof each !== 'boolean' && each.is === is ? each.of : [each],
  )) {
    if (one === neutral) continue;
    if (typeof one === 'boolean') return one;
    found.set(JSON.stringify(one), one);
  }
  const list = [...found.values()];
  if (list.some((one) => found.has(JSON.stringify(not(one))))) return !neutral;
  // "both options of one choice" never holds, "one of the two is not chosen" always does.
  const options = new Map<string, string>();
  for (const one of list) {
    const test = neutral ? one : not(one);
    if (typeof test === 'boolean' || test.is !== 'test' || test.choice === undefined) continue;
    if ((options.get(test.choice) ?? test.option) !== test.option) return !neutral;
    options.set(test.choice, test.option!);
  }
  if (list.length < 2) return list[0] ?? neutral;
  return { is, of: list };
}
