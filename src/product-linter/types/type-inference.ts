import type { Expr } from '../../contract/published/expr.ts';
import type { ExpressionSite } from '../../product-compiler/expression-site.ts';
import type { NameTypes } from './name-types.ts';
import type { Quote } from '../quote-of.ts';
import type { Report } from './report.ts';
import {
  unknownType,
  anyNumber,
  areDisjoint,
  boolean,
  join,
  plainNumber,
  describeType,
  text,
  type Type,
  typeOfLiteral,
} from './type.ts';
import { unitsDiffer, describeUnit, times } from './unit.ts';
import { didYouMean } from '../../product-compiler/names/did-you-mean.ts';

type Operation = readonly [string, ...Expr[]];

const comparisons: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);

/** Infers the type of one expression, and reports what does not fit in it. */
export class TypeInference {
  readonly #names: NameTypes;
  readonly #site: ExpressionSite;
  readonly #report: Report;
  readonly #quote: Quote;
  /** A sum asks for its operands' types twice: without this, a sum of n operands would ask 2ⁿ times. */
  readonly #types = new WeakMap<object, Type>();

  constructor(names: NameTypes, site: ExpressionSite, report: Report, quote: Quote) {
    this.#names = names;
    this.#site = site;
    this.#report = report;
    this.#quote = quote;
  }

  of(expr: Expr): Type {
    if (!Array.isArray(expr)) return typeOfLiteral(expr as Exclude<Expr, readonly unknown[]>);
    const type = this.#types.get(expr) ?? this.#infer(expr);
    this.#types.set(expr, type);
    return type;
  }

  #infer(expr: Expr): Type {
    const [operation, ...operands] = expr as Operation;
    const name = (index: number) => operands[index] as string;
    switch (operation) {
      case '$':
      case '@':
        return this.#names.of(name(0));
      case '[]':
        return { is: 'list', of: this.#names.of(name(1)) };
      case '.':
        return this.#names.attribute((operands[0] as readonly string[])[1]!, name(1));
      case '.[]':
        return { is: 'list', of: this.#names.attribute(name(1), name(2)) };
      case 'option':
        return typeOfLiteral(this.#site.option?.attributes[name(0)]);
      case '#':
      case 'index':
        return plainNumber;
      case 'subtotal':
        return anyNumber;
      case 'gradient':
        return text;
      case 'lookup':
      case 'tier':
      case 'slab':
        for (const operand of operands.slice(1)) this.#number(operand);
        return anyNumber;
      case 'row':
        return boolean;
      default:
        return comparisons.has(operation) ? this.#comparison(expr) : this.#operation(expr);
    }
  }

  #operation(expr: Expr): Type {
    const [operation, ...operands] = expr as Operation;
    const [first = null, second = null, third = null] = operands;
    switch (operation) {
      case '&&':
      case '||':
      case '!':
        for (const operand of operands) this.#boolean(operand, operation);
        return boolean;
      case '?:':
        this.#boolean(first, '?');
        return join(this.of(second), this.of(third));
      case 'in':
        return this.#membership(first, second);
      case '+':
        return this.#sum(first, second);
      case '-':
      case '%':
        return operands.length === 1 ? this.#number(first) : this.#sameUnit(operands, operation);
      case '*':
      case '/': {
        const [a, b] = [this.#number(first), this.#number(second)];
        return { is: 'number', unit: times(unit(a), unit(b), operation === '*' ? 1 : -1) };
      }
      case 'abs':
      case 'ceil':
      case 'floor':
        return this.#number(first);
      case 'round':
        return operands.length === 1 ? this.#number(first) : this.#sameUnit(operands, 'round');
      case 'min':
      case 'max':
      case 'sum':
      case 'avg':
        return operands.length === 1 ? this.#number(first, true) : this.#sameUnit(operands, operation);
      case 'list':
        return {
          is: 'list',
          of: operands
            .map((one) => this.of(one))
            .reduce(join, operands.length ? this.of(first) : unknownType),
        };
      default:
        return this.#call(operation, first);
    }
  }

  #call(operation: string, operand: Expr): Type {
    const type = this.of(operand);
    const refuse = (expected: string) =>
      this.#report(
        operand,
        `${operation}() takes ${expected}, and ${this.#describe(operand, type)}`,
        'see docs/expressions.md, "Functions"',
      );
    switch (operation) {
      case 'has':
        return boolean;
      case 'string':
        return text;
      case 'count':
        if (type.is !== 'list' && type.is !== 'any') refuse('a list');
        return plainNumber;
      case 'size':
        if (!['list', 'text', 'any'].includes(type.is)) refuse('a text or a list');
        return plainNumber;
      default:
        // any and all
        if (type.is !== 'any' && (type.is !== 'list' || areDisjoint(type.of, boolean)))
          refuse('a list of true and false');
        return boolean;
    }
  }

  #boolean(expr: Expr, operation: string): void {
    const type = this.of(expr);
    if (!areDisjoint(type, boolean)) return;
    this.#report(
      expr,
      `${operation} needs true or false, and ${this.#describe(expr, type)}`,
      `compare it: ${this.#quote(expr)} ${type.is === 'text' ? '== "…"' : type.is === 'number' ? '> 0' : '== …'}`,
    );
  }

  /** A number; with `orList`, also a list of them, whose type counts. */
  #number(expr: Expr, orList = false): Type {
    const type = this.of(expr);
    const one = orList && type.is === 'list' ? type.of : type;
    if (one.is === 'number') return one;
    if (areDisjoint(one, anyNumber)) {
      const list =
        one.is === 'list' ? `write sum(${this.#quote(expr)}) or max(${this.#quote(expr)})` : undefined;
      this.#report(expr, `a number is due, and ${this.#describe(expr, type)}`, list ?? 'use a number here');
    }
    return anyNumber;
  }

  /** Numbers that are added, subtracted or compared: of one unit. */
  #sameUnit(operands: readonly Expr[], operation: string): Type {
    const [first, ...others] = operands.map((one) => [one, this.#number(one)] as const);
    return others.reduce((left, [expr, type]) => {
      if (unitsDiffer(unit(left), unit(type))) this.#reportUnits(first![0], left, expr, type, operation);
      return join(left, type);
    }, first![1]);
  }

  #reportUnits(left: Expr, a: Type, right: Expr, b: Type, operation: string): void {
    const joined = comparisons.has(operation) ? 'compared' : 'put together';
    this.#report(
      right,
      `${this.#quote(left)} is ${describeUnit(unit(a))} and ${this.#quote(right)} ${describeUnit(unit(b))}: they cannot be ${joined}`,
      'use numbers of one unit; a factor written as a number makes one of another unit: area * 1000000',
    );
  }

  #sum(left: Expr, right: Expr): Type {
    const [a, b] = [this.of(left), this.of(right)];
    const isText = (type: Type) => type.is === 'text' || type.is === 'date';
    if (isText(a) && isText(b)) return text;
    if ((isText(a) && b.is === 'number') || (a.is === 'number' && isText(b))) {
      const number = a.is === 'number' ? left : right;
      this.#report(
        number,
        'a text and a number cannot be put together',
        `write string(${this.#quote(number)})`,
      );
      return text;
    }
    if (a.is === 'any' || b.is === 'any')
      return a.is === b.is ? unknownType : isText(a) || isText(b) ? text : anyNumber;
    return this.#sameUnit([left, right], '+');
  }

  #comparison(expr: Expr): Type {
    const [operation, left, right] = expr as readonly [string, Expr, Expr];
    const [a, b] = [this.of(left), this.of(right)];
    if (a.is === 'list' || b.is === 'list') this.#listCompared(left, a, right, b);
    else if (areDisjoint(a, b)) {
      const one = a.is === 'boolean' ? left : right;
      const hint =
        a.is === 'boolean' || b.is === 'boolean'
          ? `write ${this.#quote(one)} or !${this.#quote(one)}`
          : a.is === 'number' || b.is === 'number'
            ? 'write numbers without quotes, and texts in quotes'
            : 'compare values of one kind';
      this.#report(right, `${describeType(a)} is compared with ${describeType(b)}`, hint);
    } else if (unitsDiffer(unit(a), unit(b))) this.#reportUnits(left, a, right, b, operation);
    else if (operation !== '==' && operation !== '!=') {
      if (a.is === 'boolean' || b.is === 'boolean') {
        this.#report(right, `${operation} compares numbers, texts or dates`, 'write == or !=');
      }
    } else this.#commonOption(left, a, right, b);
    return boolean;
  }

  #listCompared(left: Expr, a: Type, right: Expr, b: Type): void {
    const [list, one] = a.is === 'list' ? [left, right] : [right, left];
    const element = a.is === 'list' ? a.of : (b as Extract<Type, { is: 'list' }>).of;
    this.#report(
      list,
      `${this.#quote(list)} is a list and cannot be compared`,
      element.is === 'text'
        ? `write ${this.#quote(one)} in ${this.#quote(list)}`
        : `compare one of it: max(${this.#quote(list)}), min(${this.#quote(list)}); or give the comparison a name under "variables" of its step, and ask any() or all()`,
    );
  }

  /** Two texts of which one is a choice must have an option in common. */
  #commonOption(left: Expr, a: Type, right: Expr, b: Type): void {
    if (a.is !== 'text' || b.is !== 'text' || !a.options || !b.options) return;
    const common = a.options.some((option) => b.options!.includes(option));
    if (common) return;
    const written = typeof right === 'string' ? right : typeof left === 'string' ? left : undefined;
    const [choice, known] = typeof right === 'string' ? [left, a.options] : [right, b.options];
    if (written === undefined) {
      this.#report(
        right,
        `${this.#quote(left)} and ${this.#quote(right)} have no option in common`,
        'compare each with its own options',
      );
    } else if (Array.isArray(choice)) {
      this.#report(
        right,
        `"${written}" is not an option of ${this.#quote(choice)}`,
        didYouMean(written, known),
      );
    }
  }

  #membership(left: Expr, right: Expr): Type {
    const [a, b] = [this.of(left), this.of(right)];
    if (b.is === 'any') return boolean;
    if (b.is !== 'list') {
      this.#report(
        right,
        `"in" needs a list, and ${this.#describe(right, b)}`,
        `write [${this.#quote(right)}], or == for one value`,
      );
    } else if (areDisjoint(a, b.of)) {
      this.#report(
        left,
        `${describeType(a)} is never in a list of ${b.of.is}s`,
        'look for a value of the same kind',
      );
    } else if (Array.isArray(right) && right[0] === 'list') {
      for (const one of (right as Operation).slice(1)) this.#commonOption(left, a, one, this.of(one));
    } else this.#commonOption(right, b.of, left, a);
    return boolean;
  }

  #describe(expr: Expr, type: Type): string {
    return `${this.#quote(expr)} is ${describeType(type)}`;
  }
}

const unit = (type: Type) => (type.is === 'number' ? type.unit : undefined);
