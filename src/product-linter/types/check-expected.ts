import type { Expr } from '../../contract/published/expr.ts';
import { didYouMean } from '../../product-compiler/names/closest.ts';
import type { ExpectedType } from '../../product-compiler/expression-site.ts';
import type { NameTypes } from './name-types.ts';
import type { Quote, Report } from './report.ts';
import { areDisjoint, describeType, type Type } from './type.ts';
import { unitsDiffer, describeUnit, type Unit, unitOf, unitToMeasure } from './unit.ts';

/** Checks that an expression yields what the place it stands in needs. */
export function checkExpected(
  expr: Expr,
  type: Type,
  wanted: ExpectedType,
  names: NameTypes,
  report: Report,
  quote: Quote,
): void {
  const due = (is: 'number' | 'boolean' | 'text', hint: string): boolean => {
    if (!areDisjoint(type, { is })) return true;
    report(
      expr,
      `${is === 'boolean' ? 'true or false' : `a ${is}`} is due here, and this is ${describeType(type)}`,
      hint,
    );
    return false;
  };
  const inUnit = (unit: Unit, hint: string) => {
    if (!due('number', 'write an expression that yields a number') || type.is !== 'number') return;
    if (unitsDiffer(type.unit, unit)) {
      report(expr, `this is ${describeUnit(type.unit)}, and should be ${describeUnit(unit)}`, hint);
    }
  };
  switch (wanted.is) {
    case 'boolean':
      due('boolean', `compare it: ${quote(expr)} ${type.is === 'text' ? '== "…"' : '> 0'}`);
      return;
    case 'text':
      due(
        'text',
        type.is === 'number'
          ? `write string(${quote(expr)})`
          : 'write a text in quotes inside the quotes: "\'#b5895a\'"',
      );
      return;
    case 'number':
    case 'money':
      due('number', 'write an expression that yields a number');
      return;
    case 'unit':
      inUnit(unitOf(wanted.unit), 'bounds are in the base unit of the feature');
      return;
    case 'measure':
      inUnit(unitToMeasure(wanted.unit), measureHint(wanted.unit, type));
      return;
    case 'value':
      checkValue(expr, type, wanted.feature, names, report, due, inUnit);
      return;
    case 'any':
      return;
  }
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

/** A default or derived value, against what the feature takes. */
function checkValue(
  expr: Expr,
  type: Type,
  id: string,
  names: NameTypes,
  report: Report,
  due: (is: 'number' | 'boolean' | 'text', hint: string) => boolean,
  inUnit: (unit: Unit, hint: string) => void,
): void {
  const feature = names.feature(id);
  switch (feature?.type) {
    case 'number':
    case 'computed':
      if (feature.type === 'number' || feature.unit !== 'none')
        inUnit(unitOf(feature.unit), `"${id}" is declared in ${feature.unit}`);
      return;
    case 'yes_no':
      due('boolean', 'write a comparison, true or false');
      return;
    case 'choice': {
      if (!due('text', `write the id of an option of "${id}" in quotes`)) return;
      const ids = feature.options!.map((option) => option.id);
      for (const written of texts(expr)) {
        if (!ids.includes(written))
          report(expr, `"${written}" is not an option of "${id}"`, didYouMean(written, ids));
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
      due('text', 'write string(…) to make a text of it');
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
