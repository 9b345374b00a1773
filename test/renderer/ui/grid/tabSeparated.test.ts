import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  fromTabSeparated,
  toHtmlTable,
  toTabSeparated,
} from '../../../../renderer/ui/grid/tabSeparated.ts';

describe('cells on the clipboard', () => {
  it('are read as Excel writes them: quoted cells keep their line breaks, tabs and quotation marks', () => {
    const copied = 'kort\t"två\nrader"\r\n"sa ""nej"" och gick"\t"a\tb"\r\n';
    expect(fromTabSeparated(copied)).toEqual([
      ['kort', 'två\nrader'],
      ['sa "nej" och gick', 'a\tb'],
    ]);
  });

  it('are read as they stand when a quotation mark is only part of the text', () => {
    expect(fromTabSeparated('han sa "nej"\t"oj" sa hon')).toEqual([
      ['han sa "nej"', '"oj" sa hon'],
    ]);
  });

  it('keep empty cells and empty rows in the middle, and lose only the last line break', () => {
    expect(fromTabSeparated('a\t\n\t\nb\t')).toEqual([
      ['a', ''],
      ['', ''],
      ['b', ''],
    ]);
  });

  it('come back as they were, whatever they hold', () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .map((text) => text.replaceAll(/\r\n?/g, '\n'));
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
          minLength: 1,
          maxLength: 5,
        }),
      )
      // A last row of one empty cell is a line break at the end, as in Excel.
      .filter((rows) => rows.length === 1 || rows.at(-1)?.join('') !== '');
    fc.assert(
      fc.property(table, (rows) => {
        expect(fromTabSeparated(toTabSeparated(rows))).toEqual(rows);
      }),
    );
  });

  it('are no formulas in Excel: an apostrophe is put before them, and taken off when they come back', () => {
    expect(toTabSeparated([['=1+1', '-5']])).toBe("'=1+1\t'-5");
    expect(fromTabSeparated("'=1+1\t'-5")).toEqual([['=1+1', '-5']]);
  });

  it('are words and not markup as HTML', () => {
    expect(toHtmlTable([['<b>nej</b> & "ja"\nsen']])).toContain(
      '&lt;b&gt;nej&lt;/b&gt; &amp; &quot;ja&quot;<br>sen',
    );
  });
});
