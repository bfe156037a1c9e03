import type { Compilable, CompiledQuery, Kysely, QueryResult } from 'kysely';
import type { Tables } from './tables.ts';

/** Stands in a query where a value will be. */
class Placeholder {
  readonly name: PropertyKey;
  constructor(name: PropertyKey) {
    this.name = name;
  }
}

/**
 * A query that Kysely writes once, to be run with other values each time: building and compiling costs several times
 * what running it does.
 *
 * @param build builds the query with `value(name)` wherever one of its values belongs.
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
