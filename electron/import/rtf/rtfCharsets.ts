import iconv from 'iconv-lite';

/** Code pages of the character sets that a font may say it has (\fcharset); 1 is the default of the document. */
const pageOfCharset: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  78: 932,
  79: 949,
  80: 936,
  81: 950,
  83: 10005,
  84: 10004,
  85: 10006,
  86: 10081,
  87: 874,
  88: 10029,
  89: 10007,
  128: 932,
  129: 949,
  130: 1361,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
};

const macEncodings: Readonly<Record<number, string>> = {
  10000: 'macintosh',
  10006: 'macgreek',
  10007: 'maccyrillic',
  10010: 'macromania',
  10029: 'maccenteuro',
  10079: 'maciceland',
  10081: 'macturkish',
  10082: 'maccroatian',
  65001: 'utf-8',
};

/** The code page of a font's character set, or null when that is the document's own. */
export function pageOfFont(charset: number): number | null {
  return pageOfCharset[charset] ?? null;
}

/** Text of bytes in a code page; one that nobody knows is read as Windows-1252. */
export function decodePage(bytes: readonly number[], page: number): string {
  const encoding = macEncodings[page] ?? `cp${page}`;
  const known = iconv.encodingExists(encoding) ? encoding : 'cp1252';
  return iconv.decode(Buffer.from(bytes), known);
}
