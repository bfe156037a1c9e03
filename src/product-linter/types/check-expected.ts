import type { Expr } from '../../contract/published/expr.ts';
import { didYouMean } from '../../product-compiler/names/did-you-mean.ts';
import type { ExpectedType } from '../../product-compiler/written-expression.ts';
import type { Quote } from '../quote-of.ts';
import type { NameTypes } from './name-types.ts';
import type { Report } from './report.ts';
import { areDisjoint, describeType, type Type } from './type.ts';
import { describeUnit, type Unit, unitOf, unitsDiffer, unitToMeasure } from './unit.ts';

interface Typed {
  readonly expr: Expr;
  readonly type: Type;
}

interface Help {
  readonly names: NameTypes;
  readonly report: Report;
  readonly quote: Quote;
}

/** Checks that an expression yields what is expected where it stands. */
export function checkExpected(typed: Typed, expected: ExpectedType, help: Help): void {
  const { expr, type } = typed;
  const { quote, report } = help;
  switch (expected.is) {
    case 'boolean':
      expectKind(
        'boolean',
        `compare it: ${quote(expr)} ${type.is === 'text' ? '== "…"' : '> 0'}`,
        typed,
        report,
      );
      return;
    case 'text':
      expectKind(
        'text',
        type.is === 'number'
          ? `write string(${quote(expr)})`
          : 'write a text in quotes inside the quotes: "\'#b5895a\'"',
        typed,
        report,
      );
      return;
    case 'number':
    case 'money':
      expectKind('number', 'write an expression that yields a number', typed, report);
      return;
    case 'unit':
      expectUnit(unitOf(expected.unit), 'bounds are in the base unit of the feature', typed, report);
      return;
    case 'measure':
      expectUnit(unitToMeasure(expected.unit), measureHint(expected.unit, type), typed, report);
      return;
    case 'value':
      checkValue(typed, expected.feature, help);
      return;
    case 'any':
      return;
  }
}

/** @returns whether the expression may be of this kind. */
function expectKind(
  is: 'number' | 'boolean' | 'text',
  hint: string,
  { expr, type }: Typed,
  report: Report,
): boolean {
  if (!areDisjoint(type, { is })) return true;
  const kind = is === 'boolean' ? 'true or false' : `a ${is}`;
  report(expr, `${kind} is due here, and this is ${describeType(type)}`, hint);
  return false;
}

function expectUnit(unit: Unit, hint: string, typed: Typed, report: Report): void {
  const { expr, type } = typed;
  if (!expectKind('number', 'write an expression that yields a number', typed, report)) return;
  if (type.is !== 'number' || !unitsDiffer(type.unit, unit)) return;
  report(expr, `this is ${describeUnit(type.unit)}, and should be ${describeUnit(unit)}`, hint);
}

function measureHint(unit: string, type: Type): string {
  const shapes: Readonly<Record<string, string>> = {
    m2: 'an area: length × width, both in mm',
    m3: 'a volume: length × width × height, all in mm',
    m: 'a length in mm',
    mm: 'a length in mm',
    kg: 'a weight in g',
    g: 'a weight in g',
    piece: 'a plain number',
  };
  const already = type.is === 'number' && !unitsDiffer(type.unit, unitOf(unit));
  return already
    ? `it is in ${unit} already: use a variable instead of a measure, or multiply by a written number`
    : `a measure in ${unit} needs ${shapes[unit] ?? unit}`;
}

/** Checks a default or derived value against what the feature takes. */
function checkValue(typed: Typed, id: string, { names, report }: Help): void {
  const { expr, type } = typed;
  const feature = names.feature(id);
  switch (feature?.type) {
    case 'number':
    case 'computed':
      if (feature.type === 'number' || feature.unit !== 'none')
        expectUnit(unitOf(feature.unit), `"${id}" is declared in ${feature.unit}`, typed, report);
      return;
    case 'yes_no':
      expectKind('boolean', 'write a comparison, true or false', typed, report);
      return;
    case 'choice': {
      if (!expectKind('text', `write the id of an option of "${id}" in quotes`, typed, report)) return;
      const ids = feature.options!.map((option) => option.id);
      for (const text of texts(expr)) {
        if (!ids.includes(text)) report(expr, `"${text}" is not an option of "${id}"`, didYouMean(text, ids));
      }
      return;
    }
    case 'multi_choice':
      if (type.is !== 'list' && type.is !== 'any') {
        report(
          expr,
          `"${id}" takes a list of options, and this is ${describeType(type)}`,
          'write ["a", "b"]',
        );
      }
      return;
    case 'text':
      expectKind('text', 'write string(…) to make a text of it', typed, report);
      return;
    default:
  }
}

/** The texts that an expression yields as they are written, through conditions. */
function texts(expr: Expr): string[] {
  if (typeof expr === 'string') return [expr];
  if (!Array.isArray(expr) || expr[0] !== '?:') return [];
  return [...texts(expr[2] as Expr), ...texts(expr[3] as Expr)];
}
