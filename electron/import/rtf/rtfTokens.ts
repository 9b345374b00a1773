export interface RtfListener {
  readonly open: () => void;
  readonly close: () => void;
  /** A control word or symbol, and its number if it has one. */
  readonly word: (name: string, value: number | null) => void;
  /** A byte of text; `isEscaped` when it was written \'hh. */
  readonly byte: (byte: number, isEscaped: boolean) => void;
}

const open = 0x7b;
const close = 0x7d;
const backslash = 0x5c;
const longestWord = 32;
const stepLength = 2_000_000;

const isLetter = (byte: number) =>
  (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;
const isNewline = (byte: number) => byte === 0x0a || byte === 0x0d;

class Tokens {
  readonly #bytes: Uint8Array;
  readonly #listener: RtfListener;
  at = 0;

  constructor(bytes: Uint8Array, listener: RtfListener) {
    this.#bytes = bytes;
    this.#listener = listener;
  }

  next(): void {
    const byte = this.#byteAt(this.at);
    this.at += 1;
    if (byte === backslash) this.#control();
    else if (byte === open) this.#listener.open();
    else if (byte === close) this.#listener.close();
    else if (!isNewline(byte)) this.#listener.byte(byte, false);
  }

  #byteAt(at: number): number {
    return this.#bytes[at] ?? 0;
  }

  #control(): void {
    const first = this.#byteAt(this.at);
    if (isLetter(first)) this.#word();
    else {
      this.at += 1;
      this.#symbol(first);
    }
  }

  #word(): void {
    const start = this.at;
    while (isLetter(this.#byteAt(this.at)) && this.at - start < longestWord) this.at += 1;
    const name = String.fromCharCode(...this.#bytes.subarray(start, this.at));
    const value = this.#number();
    if (this.#byteAt(this.at) === 0x20) this.at += 1;
    // What follows \bin is as many bytes of anything, braces too.
    if (name === 'bin') this.at += Math.max(value ?? 0, 0);
    else this.#listener.word(name, value);
  }

  #number(): number | null {
    const sign = this.#byteAt(this.at) === 0x2d ? 1 : 0;
    let end = this.at + sign;
    while (isDigit(this.#byteAt(end)) && end - this.at < 11) end += 1;
    if (end === this.at + sign) return null;
    const value = Number(String.fromCharCode(...this.#bytes.subarray(this.at, end)));
    this.at = end;
    return value;
  }

  #symbol(byte: number): void {
    if (byte === 0x27) this.#hex();
    else if (byte === open || byte === close || byte === backslash)
      this.#listener.byte(byte, true);
    else if (isNewline(byte)) {
      if (byte === 0x0d && this.#byteAt(this.at) === 0x0a) this.at += 1;
      this.#listener.word('par', null);
    } else this.#listener.word(byte === 0x09 ? 'tab' : String.fromCharCode(byte), null);
  }

  #hex(): void {
    const digits = String.fromCharCode(...this.#bytes.subarray(this.at, this.at + 2));
    if (!/^[\da-f]{2}$/i.test(digits)) return;
    this.at += 2;
    this.#listener.byte(Number.parseInt(digits, 16), true);
  }
}

/** Reads RTF token by token, in steps between which others get their turn. */
export async function readRtfTokens(
  bytes: Uint8Array,
  listener: RtfListener,
): Promise<void> {
  const tokens = new Tokens(bytes, listener);
  while (tokens.at < bytes.length) {
    const until = Math.min(tokens.at + stepLength, bytes.length);
    while (tokens.at < until) tokens.next();
    if (bytes.length > stepLength) await new Promise((resolve) => setImmediate(resolve));
  }
}
