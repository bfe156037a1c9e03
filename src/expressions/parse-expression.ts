import { ExpressionError } from './expression-error.ts';
import type { ExpressionNode } from './expression-node.ts';
import { tokenize, type Token } from './tokens.ts';

export const maximumLength = 1000;
export const maximumDepth = 50;

/** How tightly an operator binds; those of CEL. */
const strength = new Map([
  ['?', 1],
  ['||', 2],
  ['&&', 3],
  ...['==', '!=', '<', '<=', '>', '>=', 'in'].map((sign) => [sign, 4] as const),
  ['+', 5],
  ['-', 5],
  ['*', 6],
  ['/', 6],
  ['%', 6],
]);
const comparison = 4;
const prefix = 7;
const words = new Map([
  ['and', '&&'],
  ['or', '||'],
  ['not', '!'],
  ['mod', '%'],
  ['is', '=='],
]);

/**
 * Parses an expression, by operator precedence. Depth counts what stands inside something else (brackets, calls, prefixes);
 * chains such as `a + b + c` and `a ? 1 : b ? 2 : 3` may be as long as the length allows.
 *
 * @throws {ExpressionError} with the column, what is wrong, and what to write instead. Nothing else, and it always ends.
 */
export function parseExpression(source: string): ExpressionNode {
  if (source.length > maximumLength) {
    throw new ExpressionError(
      maximumLength,
      `the expression has ${source.length} characters; ${maximumLength} are allowed`,
      'give parts of it a name under "variables"',
    );
  }
  const parser = new Parser(tokenize(source));
  return parser.whole();
}

class Parser {
  readonly #tokens: readonly Token[];
  #position = 0;
  #depth = 0;

  constructor(all: readonly Token[]) {
    this.#tokens = all;
  }

  whole(): ExpressionNode {
    if (this.#tokens.length === 1) {
      throw new ExpressionError(0, 'the expression is empty', 'write a value, or leave the field out');
    }
    const node = this.#expression(0);
    return this.#next.kind === 'end' ? node : this.#unexpected(this.#next);
  }

  get #next(): Token {
    return this.#tokens[this.#position]!;
  }

  #take(): Token {
    return this.#tokens[this.#position++]!;
  }

  #is(text: string): boolean {
    const token = this.#next;
    return token.text === text && (token.kind === 'sign' || (token.kind === 'name' && text === 'in'));
  }

  #expect(text: string, instead: string): Token {
    if (!this.#is(text)) this.#unexpected(this.#next, instead);
    return this.#take();
  }

  #expression(above: number): ExpressionNode {
    let left = this.#operand();
    for (;;) {
      const token = this.#next;
      const binds = this.#is(token.text) ? (strength.get(token.text) ?? 0) : 0;
      if (binds <= above) return left;
      this.#take();
      left = token.text === '?' ? this.#conditional(left) : this.#binary(left, token, binds);
    }
  }

  #binary(left: ExpressionNode, token: Token, binds: number): ExpressionNode {
    const right = this.#expression(binds);
    if (binds === comparison && strength.get(this.#next.text) === comparison && this.#is(this.#next.text)) {
      throw new ExpressionError(
        this.#next.at,
        'comparisons do not chain',
        'join two comparisons: a < b && b < c',
      );
    }
    return {
      kind: 'operation',
      operator: token.text,
      operands: [left, right],
      at: left.at,
      end: right.end,
    };
  }

  #conditional(condition: ExpressionNode): ExpressionNode {
    const instead = 'a condition has two results: condition ? one : other';
    const yes = this.#nested(() => this.#expression(0));
    this.#expect(':', instead);
    // Strength 0, so that `a ? 1 : b ? 2 : 3` reads as `a ? 1 : (b ? 2 : 3)`.
    const no = this.#expression(0);
    return {
      kind: 'operation',
      operator: '?:',
      operands: [condition, yes, no],
      at: condition.at,
      end: no.end,
    };
  }

  #nested<T>(parse: () => T): T {
    if (++this.#depth > maximumDepth) {
      throw new ExpressionError(
        this.#next.at,
        `the expression is nested more than ${maximumDepth} deep`,
        'give parts of it a name under "variables"',
      );
    }
    const result = parse();
    this.#depth--;
    return result;
  }

  #operand(): ExpressionNode {
    const token = this.#take();
    const { at, end, text } = token;
    if (token.kind === 'string') return { kind: 'literal', value: text, at, end };
    if (token.kind === 'number') return this.#number(token);
    if (token.kind === 'name' && text !== 'in') return this.#named(token);
    if (token.kind === 'sign' && (text === '-' || text === '!')) {
      const operand = this.#nested(() => this.#expression(prefix));
      return { kind: 'operation', operator: text, operands: [operand], at, end: operand.end };
    }
    if (token.kind === 'sign' && text === '(') {
      const inner = this.#nested(() => this.#expression(0));
      const last = this.#expect(')', 'close the bracket with )');
      if (this.#is('.')) this.#unexpected(this.#next, 'only a name can stand before a dot');
      return { ...inner, at, end: last.end };
    }
    if (token.kind === 'sign' && text === '[') {
      const [items, last] = this.#list(']');
      return { kind: 'list', items, at, end: last.end };
    }
    this.#position--;
    return this.#unexpected(token, 'a value is missing here: a name, a number or a text in quotes');
  }

  #number({ text, at, end }: Token): ExpressionNode {
    const value = Number(text);
    if (!Number.isFinite(value)) {
      throw new ExpressionError(at, `${text} is too large a number`, 'write a smaller one');
    }
    return { kind: 'literal', value, at, end };
  }

  #named({ text, at, end }: Token): ExpressionNode {
    if (text === 'true' || text === 'false') return { kind: 'literal', value: text === 'true', at, end };
    if (text === 'null' || text === 'undefined') {
      throw new ExpressionError(at, `there is no ${text}`, 'write !has(name) for "is unanswered"');
    }
    if (text === 'not') throw new ExpressionError(at, '"not" is not an operator', 'write !');
    if (this.#is('(')) {
      this.#take();
      const [operands, last] = this.#list(')');
      return { kind: 'call', name: text, operands, at, end: last.end };
    }
    const path = [text];
    let last = end;
    while (this.#is('.')) {
      this.#take();
      const member = this.#take();
      if (member.kind !== 'name' || member.text === 'in') {
        this.#position--;
        this.#unexpected(member, 'a name must follow the dot');
      }
      path.push(member.text);
      last = member.end;
    }
    if (path.length === 1) return { kind: 'name', name: text, at, end };
    if (this.#is('(')) {
      throw new ExpressionError(at, 'values have no functions of their own', `write ${path.at(-1)!}(…)`);
    }
    return { kind: 'member', path, at, end: last };
  }

  #list(close: string): [ExpressionNode[], Token] {
    const items: ExpressionNode[] = [];
    while (!this.#is(close)) {
      items.push(this.#nested(() => this.#expression(0)));
      if (this.#is(close)) break;
      this.#expect(',', `separate values by commas, and close with ${close}`);
    }
    return [items, this.#take()];
  }

  /** `7.50` for the comma of `7,50`. */
  #decimalComma(comma: Token): string | undefined {
    const at = this.#tokens.indexOf(comma);
    const [before, after] = [this.#tokens[at - 1], this.#tokens[at + 1]];
    const joined = comma.text === ',' && before?.end === comma.at && after?.at === comma.end;
    if (!joined || before.kind !== 'number' || !/^\d+$/.test(after.text)) return undefined;
    // The point of 1.200,50 parts thousands.
    return `${before.text.replaceAll('.', '')}.${after.text}`;
  }

  #unexpected(token: Token, instead?: string): never {
    if (token.kind === 'end') {
      throw new ExpressionError(token.at, 'the expression stops too early', instead ?? 'complete it');
    }
    const decimal = this.#decimalComma(token);
    if (decimal !== undefined) {
      throw new ExpressionError(
        token.at,
        'a comma does not start decimals',
        `decimals have a point: ${decimal}`,
      );
    }
    const shown = token.kind === 'string' ? `'${token.text}'` : token.text;
    const word = token.kind === 'name' ? words.get(token.text.toLowerCase()) : undefined;
    if (word !== undefined) {
      throw new ExpressionError(token.at, `"${token.text}" is not an operator`, `write ${word}`);
    }
    if (instead === undefined && token.kind !== 'sign') {
      throw new ExpressionError(
        token.at,
        `${shown} follows a value without an operator`,
        'write an operator such as &&, ==, + or * in between; decimals have a point: 1.5',
      );
    }
    throw new ExpressionError(
      token.at,
      `${shown} cannot stand here`,
      instead ?? 'leave it out, or complete what is before it',
    );
  }
}
