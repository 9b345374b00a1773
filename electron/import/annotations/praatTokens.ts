import { Refusal } from '../../../shared/errors.ts';

export interface PraatToken {
  /** A string in quotes, or a number that stands by itself. */
  readonly kind: 'text' | 'number';
  readonly value: string;
  readonly line: number;
}

const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?%?$/;
const space = /\s/u;

/** Refuses a Praat file at the line where it is no longer what it should be. */
export function refuseBroken(file: string, line: number): never {
  throw new Refusal(
    'import.damaged',
    { file, kind: 'Praat', line },
    { file, where: `line ${line}` },
  );
}

/**
 * Reads a Praat text file as Praat does, in its long and its short form alike: only what stands in quotes and numbers that
 * stand by themselves count, the rest is for people to read.
 */
export class PraatTokens {
  readonly #text: string;
  readonly #file: string;
  #at = 0;
  #line = 1;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  /** The line that has been read to. */
  get line(): number {
    return this.#line;
  }

  next(kind: PraatToken['kind']): PraatToken {
    const token = this.#token();
    if (token?.kind !== kind) refuseBroken(this.#file, token?.line ?? this.#line);
    return token;
  }

  #token(): PraatToken | null {
    const text = this.#text;
    while (this.#at < text.length) {
      const sign = text[this.#at] ?? '';
      if (sign === '"') return this.#quoted();
      if (sign === '!') this.#goTo(this.#endOfLine());
      else if (space.test(sign)) this.#goTo(this.#at + 1);
      else {
        const word = this.#word();
        if (number.test(word)) return { kind: 'number', value: word, line: this.#line };
      }
    }
    return null;
  }

  #endOfLine(): number {
    const end = this.#text.indexOf('\n', this.#at);
    return end < 0 ? this.#text.length : end;
  }

  #word(): string {
    const from = this.#at;
    let to = from + 1;
    while (to < this.#text.length && !space.test(this.#text[to] ?? '')) to += 1;
    this.#at = to;
    return to - from > 60 ? '' : this.#text.slice(from, to);
  }

  #quoted(): PraatToken {
    const { line } = this;
    const from = this.#at + 1;
    let end = this.#text.indexOf('"', from);
    // Two quotes are one that stands in the string.
    while (end >= 0 && this.#text[end + 1] === '"')
      end = this.#text.indexOf('"', end + 2);
    if (end < 0) refuseBroken(this.#file, line);
    const value = this.#text.slice(from, end).replaceAll('""', '"');
    this.#goTo(end + 1);
    return { kind: 'text', value, line };
  }

  #goTo(at: number): void {
    for (
      let line = this.#text.indexOf('\n', this.#at);
      line >= 0 && line < at;
      line = this.#text.indexOf('\n', line + 1)
    )
      this.#line += 1;
    this.#at = at;
  }
}
