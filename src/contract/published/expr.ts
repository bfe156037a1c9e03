/**
 * An expression after publishing: the parsed tree as plain JSON, so that a browser needs no parser.
 *
 * A number, boolean or string stands for itself, `null` for "unset". An array is an operation: its first entry
 * names it, the others are its operands. `docs/expressions.md` lists the language as merchants write it.
 *
 * | term | means |
 * |---|---|
 * | `["$", name]` | a feature, measure or variable outside repetitions, or `quantity` |
 * | `["@", name]` | the same, in the repetition at hand |
 * | `["[]", step, name]` | that name in every repetition of a step: a list |
 * | `["#", step]` | how many repetitions a step has |
 * | `["index"]` | the number of the repetition (or copy of a shape) at hand, from 0 |
 * | `[".", choice, attribute]` | an attribute of the option that a choice has now; `choice` is a `$` or `@` term |
 * | `[".[]", step, choice, attribute]` | the same for every repetition: a list |
 * | `["option", attribute]` | an attribute of the option whose availability is evaluated |
 * | `["list", …]` | a list |
 * | `["row", table, …]` | whether the operands stand together in a row of combination table number `table` |
 * | `["lookup", table, x, y?]` | a value from look-up table number `table`, rounding up; unset beyond its end |
 * | `["tier", table, x]` | the value of the tier that holds `x` (from-values, rounding down) |
 * | `["slab", table, x, whole?]` | tiers as slabs: each part of `x` at the value of its own tier, summed; a length reaches a tier by `whole`, its whole mm |
 * | `["subtotal", id, …]` | sum of the price lines (or groups) with these ids, for one piece, in major units |
 * | `["gradient", id]` | the paint of a gradient of the drawing |
 * | `["has", x]` | whether `x` has a value |
 * | `["matches", text, pattern]` | whether the whole text matches the regular expression |
 * | `["day", n]` | the date n days from today |
 * | `["?:", a, b, c]` | conditional |
 * | `["&&" or "\|\|" or "!" or "==" or "!=" or "<" or "<=" or ">" or ">=" or "in" or "+" or "-" or "*" or "/" or "%", …]` | operators (`["-", a]` negates) |
 * | `["abs" or "ceil" or "floor" or "round" or "min" or "max" or "sum" or "avg" or "count" or "any" or "all" or "size" or "string", …]` | functions |
 */
export type Expr = number | string | boolean | null | readonly [string, ...Expr[]];
