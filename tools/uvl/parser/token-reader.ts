import { UvlError } from './uvl-error.ts';

/** A piece of a line. `name` may have stood in double quotes (`quoted`), `text` stood in single ones. */
export interface UvlToken {
  readonly kind: 'name' | 'number' | 'text' | 'sign' | 'end';
  readonly text: string;
  readonly quoted?: boolean;
}

const pattern =
  /\s*(?:"(?<quoted>[^"]*)"|'(?<text>[^']*)'|(?<number>\d*\.?\d+(?:[eE][+-]?\d+)?)|(?<sign><=>|=>|==|!=|<=|>=|\.\.|[-+*/<>!&|(){}[\],.])|(?<name>[\p{L}_][\p{L}\p{N}_#§%?\\';]*)|(?<wrong>\S))/uy;

/** Reads the tokens of one line, from left to right. */
export class TokenReader {
  readonly line: number;
  readonly #tokens: UvlToken[] = [];
  #position = 0;

  /** @throws {UvlError} on a character that means nothing. */
  constructor(source: string, line: number) {
    this.line = line;
    // `[1..3]`: a number may not take the first of the two dots with it, so ranges are set apart first.
    const spaced = source.replace(/(\d)\.\.(?=[\d*])/g, '$1 .. ');
    for (const { groups } of spaced.matchAll(new RegExp(pattern, 'guy'))) {
      const { quoted, text, number, sign, name, wrong } = groups!;
      if (wrong !== undefined) throw new UvlError(line, `"${wrong}" means nothing here`);
      if (quoted !== undefined) this.#tokens.push({ kind: 'name', text: quoted, quoted: true });
      else if (text !== undefined) this.#tokens.push({ kind: 'text', text });
      else if (number !== undefined) this.#tokens.push({ kind: 'number', text: number });
      else if (sign !== undefined) this.#tokens.push({ kind: 'sign', text: sign });
      else if (name !== undefined) this.#tokens.push({ kind: 'name', text: name });
    }
  }

  get next(): UvlToken {
    return this.#tokens[this.#position] ?? { kind: 'end', text: 'the end of the line' };
  }

  /** Whether this sign (or this word, not in quotes) comes next. */
  is(text: string): boolean {
    const { next } = this;
    return next.text === text && (next.kind === 'sign' || (next.kind === 'name' && next.quoted !== true));
  }

  take(): UvlToken {
    const token = this.next;
    this.#position += 1;
    return token;
  }

  /** Takes this sign or word if it comes next. */
  accept(text: string): boolean {
    const found = this.is(text);
    if (found) this.take();
    return found;
  }

  expect(text: string): void {
    if (!this.accept(text)) throw this.error(`"${text}" should stand before ${this.next.text}`);
  }

  name(what: string): string {
    const token = this.take();
    if (token.kind !== 'name') throw this.error(`${what} is missing before ${token.text}`);
    return token.text;
  }

  /** `a.b.c`, each part in quotes or not. */
  path(what: string): string[] {
    const path = [this.name(what)];
    while (this.accept('.')) path.push(this.name('a name behind the dot'));
    return path;
  }

  end(): void {
    if (this.next.kind !== 'end') throw this.error(`"${this.next.text}" cannot stand here`);
  }

  error(message: string): UvlError {
    return new UvlError(this.line, message);
  }
}
