import type { Compilable, CompiledQuery, Kysely, QueryResult } from 'kysely';
import type { Tables } from './tables.ts';

/** Holds the place of a value in a query. */
class Placeholder {
  readonly name: PropertyKey;
  constructor(name: PropertyKey) {
    this.name = name;
  }
}

/**
 * A query that Kysely compiles once and that is run with new values each time: building and compiling a query costs several
 * times as much as running it.
 *
 * @param build builds the query, with `value(name)` in the place of each value.
 * @example
 * const find = prepared<{ id: string }, Row>((value) => db.selectFrom('uploads').selectAll().where('id', '=', value('id')));
 * const { rows } = await find(db, { id });
 */
export function prepared<Values extends object, Row = unknown>(
  build: (value: <Name extends keyof Values>(name: Name) => Values[Name]) => Compilable<Row>,
): (on: Kysely<Tables>, values: Values) => Promise<QueryResult<Row>> {
  const compiled = build(
    <Name extends keyof Values>(name: Name) => new Placeholder(name) as Values[Name],
  ).compile();
  return (on, values) =>
    on.executeQuery<Row>({
      ...compiled,
      parameters: compiled.parameters.map((parameter) =>
        parameter instanceof Placeholder ? values[parameter.name as keyof Values] : parameter,
      ),
    } satisfies CompiledQuery<Row>);
}
