import { parseConstraint } from './parse-constraint.ts';
import { parseCardinality, parseFeature } from './parse-feature.ts';
import { readLines, type UvlLine } from './read-lines.ts';
import { TokenReader } from './token-reader.ts';
import { UvlError } from './uvl-error.ts';
import type { UvlConstraint, UvlFeature, UvlGroup, UvlModel, UvlNote } from './uvl-model.ts';

/**
 * Parses a feature model in the Universal Variability Language: namespace, the feature tree with groups, cardinalities,
 * types and attributes, and constraints. Language levels (`include`) say nothing that has to be known; imported models are
 * not read, which a note says.
 *
 * @throws {UvlError} with the line, where the file is no such model.
 */
export function parseUvl(source: string): UvlModel {
  const lines = readLines(source.replace(/^\uFEFF/, ''));
  const notes: UvlNote[] = [];
  const constraints: UvlConstraint[] = [];
  let namespace: string | undefined;
  let root: UvlFeature | undefined;
  let at = 0;
  while (at < lines.length) {
    const head = lines[at]!;
    const body = within(lines, at);
    at += 1 + body.length;
    const reader = new TokenReader(head.text, head.line);
    const word = reader.take().text;
    if (word === 'namespace') namespace = reader.path('a name').join('.');
    else if (word === 'features') root = parseTree(body, head, constraints);
    else if (word === 'constraints') constraints.push(...body.map(parseLine));
    else if (word === 'imports') {
      for (const { line, text } of body)
        notes.push({ line, message: `the model "${text}" is not read; what names its features is left out` });
    } else if (word !== 'include') {
      throw new UvlError(head.line, `"${word}" is no section; there are features and constraints`);
    }
  }
  if (!root) throw new UvlError(1, 'there are no features');
  return { namespace, root, constraints, notes };
}

/** The lines below a line that are further in. */
function within(lines: readonly UvlLine[], at: number): readonly UvlLine[] {
  const { indent } = lines[at]!;
  const end = lines.findIndex((one, index) => index > at && one.indent <= indent);
  return lines.slice(at + 1, end < 0 ? lines.length : end);
}

function parseLine({ text, line }: UvlLine): UvlConstraint {
  const reader = new TokenReader(text, line);
  const term = parseConstraint(reader);
  reader.end();
  return { term, line };
}

/** The tree: features hold groups, groups hold features, each further in than what holds it. */
function parseTree(body: readonly UvlLine[], head: UvlLine, constraints: UvlConstraint[]): UvlFeature {
  /** What is still open, outermost first. */
  const open: { readonly indent: number; readonly feature?: UvlFeature; readonly group?: UvlGroup }[] = [];
  let root: UvlFeature | undefined;
  for (const { indent, text, line } of body) {
    while (open.length && open.at(-1)!.indent >= indent) open.pop();
    const holder = open.at(-1);
    if (holder?.feature) {
      const group = parseGroup(text, line);
      holder.feature.groups.push(group);
      open.push({ indent, group });
      continue;
    }
    const { feature, constraints: own } = parseFeature(text, line);
    constraints.push(...own);
    if (holder?.group) holder.group.features.push(feature);
    else if (root)
      throw new UvlError(line, `"${feature.name}" stands beside the root; there is one root feature`);
    else root = feature;
    open.push({ indent, feature });
  }
  if (!root) throw new UvlError(head.line, 'there are no features');
  return root;
}

function parseGroup(text: string, line: number): UvlGroup {
  const features: UvlFeature[] = [];
  switch (text) {
    case 'mandatory':
      return { kind: 'mandatory', min: 1, max: 1, features, line };
    case 'optional':
      return { kind: 'optional', min: 0, max: 1, features, line };
    case 'alternative':
      return { kind: 'alternative', min: 1, max: 1, features, line };
    case 'or':
      return { kind: 'or', min: 1, max: Infinity, features, line };
    default: {
      const reader = new TokenReader(text, line);
      if (!reader.is('[') && !reader.accept('cardinality')) {
        throw new UvlError(
          line,
          `"${text}" is no group; write mandatory, optional, alternative, or, or [1..3]`,
        );
      }
      const { min, max } = parseCardinality(reader);
      reader.end();
      return { kind: 'cardinality', min, max, features, line };
    }
  }
}
