import { parseConstraint } from './parse-constraint.ts';
import { TokenReader } from './token-reader.ts';
import type { UvlConstraint, UvlFeature, UvlValue } from './uvl-model.ts';

const types = ['Boolean', 'Integer', 'Real', 'String'] as const;

/** How many instances of a feature, or children of a group: `[3]`, `[1..3]`, `[1..*]` (Infinity). */
export function parseCardinality(reader: TokenReader): { min: number; max: number } {
  const bound = () => {
    const { kind, text } = reader.take();
    if (kind !== 'number' || !/^\d+$/.test(text)) throw reader.error(`"${text}" is no number of features`);
    return Number(text);
  };
  reader.expect('[');
  const min = bound();
  const max = !reader.accept('..') ? min : reader.accept('*') ? Infinity : bound();
  reader.expect(']');
  if (max < min) throw reader.error(`from ${min} to ${max} there is nothing`);
  return { min, max };
}

/**
 * Parses the line of a feature: `Integer "Shock absorber" cardinality [1..2] {weight 3, constraint A => B}`.
 *
 * @returns the feature, its children not yet, and the constraints in its braces.
 * @throws {UvlError}
 */
export function parseFeature(
  text: string,
  line: number,
): { readonly feature: UvlFeature; readonly constraints: UvlConstraint[] } {
  const reader = new TokenReader(text, line);
  const constraints: UvlConstraint[] = [];
  const first = reader.next;
  const typed = first.quoted ? undefined : types.find((type) => type === first.text);
  if (typed) reader.take();
  const name = reader.next.kind === 'name' ? reader.path('a feature').join('.') : typed;
  if (name === undefined) throw reader.error(`a feature is missing before ${reader.next.text}`);
  const cardinality = reader.accept('cardinality') ? parseCardinality(reader) : undefined;
  const attributes = reader.is('{') ? parseAttributes(reader, constraints) : new Map<string, UvlValue>();
  reader.end();
  return {
    feature: {
      name,
      type: name === typed ? 'Boolean' : (typed ?? 'Boolean'),
      attributes,
      ...(cardinality && { cardinality }),
      groups: [],
      line,
    },
    constraints,
  };
}

function parseAttributes(reader: TokenReader, constraints: UvlConstraint[]): Map<string, UvlValue> {
  const attributes = new Map<string, UvlValue>();
  reader.expect('{');
  while (!reader.accept('}')) {
    const key = reader.name('an attribute');
    if (key === 'constraint') constraints.push({ term: parseConstraint(reader), line: reader.line });
    else if (key === 'constraints') {
      reader.expect('[');
      while (!reader.accept(']')) {
        constraints.push({ term: parseConstraint(reader), line: reader.line });
        if (!reader.is(']')) reader.expect(',');
      }
    } else attributes.set(key, reader.is(',') || reader.is('}') ? true : parseValue(reader, constraints));
    if (!reader.is('}')) reader.expect(',');
  }
  return attributes;
}

function parseValue(reader: TokenReader, constraints: UvlConstraint[]): UvlValue {
  if (reader.is('{')) return Object.fromEntries(parseAttributes(reader, constraints));
  if (reader.accept('[')) {
    const list: UvlValue[] = [];
    while (!reader.accept(']')) {
      list.push(parseValue(reader, constraints));
      if (!reader.is(']')) reader.expect(',');
    }
    return list;
  }
  const sign = reader.accept('-') ? -1 : 1;
  const { kind, text, quoted } = reader.take();
  if (kind === 'number') return sign * Number(text);
  if (kind === 'end' || kind === 'sign') throw reader.error(`a value is missing before ${text}`);
  return !quoted && kind === 'name' && (text === 'true' || text === 'false') ? text === 'true' : text;
}
