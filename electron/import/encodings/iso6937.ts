const plain: ReadonlyMap<number, string> = new Map([
  ...tableFrom(0xa0, '\u00A0¡¢£$¥#§¤‘“«←↑→↓°±²³×µ¶·÷’”»¼½¾¿'),
  ...tableFrom(0xd0, '―¹®©™♪¬¦'),
  ...tableFrom(0xdc, '⅛⅜⅝⅞ΩÆÐª'),
  ...tableFrom(0xe4, 'Ħ'),
  ...tableFrom(0xe6, 'ĲĿŁØŒºÞŦŊŉĸæđðħıĳŀłøœßþŧŋ\u00AD'),
]);

function tableFrom(first: number, signs: string): [number, string][] {
  return Array.from(signs, (sign, at) => [first + at, sign]);
}

// The mark stands before its letter here, and after it in Unicode.
const marks: ReadonlyMap<number, string> = new Map([
  [0xc1, '\u0300'],
  [0xc2, '\u0301'],
  [0xc3, '\u0302'],
  [0xc4, '\u0303'],
  [0xc5, '\u0304'],
  [0xc6, '\u0306'],
  [0xc7, '\u0307'],
  [0xc8, '\u0308'],
  [0xca, '\u030A'],
  [0xcb, '\u0327'],
  [0xcd, '\u030B'],
  [0xce, '\u0328'],
  [0xcf, '\u030C'],
]);

/** Text in ISO 6937, the usual alphabet of European subtitle files; a byte that means nothing becomes �. */
export function decodeIso6937(bytes: Uint8Array): string {
  let text = '';
  let mark = '';
  for (const byte of bytes) {
    const found = marks.get(byte);
    if (found !== undefined) mark = found;
    else {
      const sign =
        byte < 0x7f ? String.fromCharCode(byte) : (plain.get(byte) ?? '\uFFFD');
      text += (sign + mark).normalize('NFC');
      mark = '';
    }
  }
  return text;
}
