/** What decides how a number in a sheet is read. */
export interface NumberReading {
  /** By the index of the cell's style. */
  readonly dateStyles: ReadonlySet<number>;
  /** The workbook counts its days from 1904. */
  readonly from1904: boolean;
}

const builtInDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);

/** Whether a number format shows a date or a time. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDates.has(id);
  const signs = code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, '');
  return /[dyhs]|m/i.test(signs) && !/[0#?]/.test(signs.replace(/s\.0+/gi, ''));
}

const day = 86_400_000;

function isoDate(days: number, from1904: boolean): string | null {
  // Excel counts 29 February 1900, which never was; so do all dates after it.
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const at = new Date(epoch + Math.round(days * 86_400) * 1000);
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999) return null;
  const iso = at.toISOString();
  const time = iso.slice(11, 19).replace(/:00$/, '');
  if (days < 1 && !from1904) return time;
  return at.getTime() % day === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}

/** A number as a person would write it: dates as ISO, no noise of floating point. */
export function numberText(raw: string, style: number, reading: NumberReading): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  const date =
    value >= 0 && reading.dateStyles.has(style) ? isoDate(value, reading.from1904) : null;
  return date ?? String(Number(value.toPrecision(15)));
}

/** Row and column, from 0, of a reference such as `B12`; null where it is none. */
export function cellPlace(
  reference: string,
): { readonly row: number; readonly column: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(reference);
  if (found === null) return null;
  let column = 0;
  for (const letter of (found[1] ?? '').toUpperCase())
    column = column * 26 + (letter.codePointAt(0) ?? 65) - 64;
  return { row: Number(found[2]) - 1, column: column - 1 };
}

/** In the text of a sheet some characters are written as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}
