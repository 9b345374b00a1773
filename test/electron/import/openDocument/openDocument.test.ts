import { describe, expect, test } from 'vitest';

import { readTranscript } from '../../../../electron/import/readTranscript.ts';
import { decodeForDisplay } from '../../../../electron/import/sourceText.ts';
import { codes, refusal, said } from '../../../support/importing.ts';
import {
  flatOpenDocument,
  openDocumentFile,
  openDocumentXml,
  p,
  row,
  span,
} from '../../../support/openDocumentFile.ts';
import { wordFile } from '../../../support/wordFile.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (bytes: Uint8Array, name = 'samtal.odt') =>
  readTranscript({ name, bytes }, {});
const readBody = (body: string) => read(openDocumentFile(body));

const four = ['Karin Öberg: Hej på er.', 'Lars: Hej.', 'Karin Öberg: Bra.', 'Lars: Ja.'];

describe('layouts', () => {
  test('bold names, however the bold came about, without a colon', async () => {
    const parsed = await readBody(
      p(span('T1', 'Karin '), span('T2', 'Öberg '), 'Hej på er.') +
        p(span('T2', 'Lars '), 'Hej.') +
        `<text:p text:style-name="P1">Karin Öberg ${span('T3', 'Bra.')}</text:p>` +
        p(span('T1', 'Lars '), 'Ja.'),
    );
    expect(said(parsed)).toEqual(four);
    expect(parsed).toMatchObject({ format: 'openDocument', encoding: null });
    expect(parsed.warnings).toEqual([]);
  });

  test('a heading for each speaker, below a title that is left out', async () => {
    const heading = (text: string) => `<text:h text:outline-level="3">${text}</text:h>`;
    const parsed = await readBody(
      '<text:p text:style-name="P2">Fokusgrupp 1</text:p>' +
        heading('Karin Öberg') +
        p('Hej på er.') +
        heading('Lars') +
        p('Hej.') +
        heading('Karin Öberg') +
        p('Bra.') +
        heading('Lars') +
        p('Ja.'),
    );
    expect(said(parsed)).toEqual(four);
    expect(codes(parsed.changes)).toEqual(['headerDropped']);
  });

  test('a table of time, speaker and words, with rows of the heading apart', async () => {
    const parsed = await readBody(
      `<table:table><table:table-header-rows>${row('Tid', 'Talare', 'Text')}</table:table-header-rows>` +
        `${row('00:00:01', 'Karin', 'Hej.')}${row('00:00:05', 'Lars', 'Hej.')}${row('00:00:09', '', 'Bra.')}</table:table>`,
    );
    expect(said(parsed)).toEqual(['Karin: Hej.', 'Lars: Hej.\nBra.']);
    expect(parsed.turns.map(({ startMs }) => startMs)).toEqual([1000, 5000]);
  });

  test('all turns in one paragraph with line breaks, a list, and a text box', async () => {
    const parsed = await readBody(
      p('Moderator: Hej.<text:line-break/>P1: Tack.<text:line-break/>Moderator: Bra.') +
        `<text:list><text:list-item>${p('P1: Ja.')}</text:list-item></text:list>` +
        p(
          `<draw:frame><draw:text-box>${p('Moderator: I rutan.')}</draw:text-box></draw:frame>P1: Utanför.`,
        ),
    );
    expect(said(parsed)).toEqual([
      'Moderator: Hej.',
      'P1: Tack.',
      'Moderator: Bra.',
      'P1: Ja.\nUtanför.',
      'Moderator: I rutan.',
    ]);
  });

  test('one flat file, with whatever prefixes, after a comment, in another encoding', async () => {
    const body = p('P1: Hej på er.') + p('P2: Ja.') + p('P1: Bra.');
    const wanted = ['P1: Hej på er.', 'P2: Ja.', 'P1: Bra.'];
    const flat = flatOpenDocument(body, '<!-- sparad -->\n');
    expect(said(await read(bytesOf(flat), 'samtal.fodt'))).toEqual(wanted);
    const other = flat
      .replaceAll('text:', 't:')
      .replaceAll('office:', 'o:')
      .replaceAll('xmlns:t:', 'xmlns:text:');
    const renamed = other
      .replace('xmlns:text=', 'xmlns:t=')
      .replace('xmlns:office=', 'xmlns:o=')
      .replace('xmlns:o:1.0', 'xmlns:office:1.0')
      .replace('xmlns:t:1.0', 'xmlns:text:1.0')
      .replaceAll(
        /opendocument:xmlns:(o|t):/g,
        (_, short: string) => `opendocument:xmlns:${short === 'o' ? 'office' : 'text'}:`,
      );
    expect(said(await read(bytesOf(renamed), 'samtal.xml'))).toEqual(wanted);
    const latin = flat.replace('UTF-8', 'ISO-8859-1');
    expect(said(await read(Buffer.from(latin, 'latin1'), 'samtal.fodt'))).toEqual(wanted);
    const wide = Buffer.from(`\uFEFF${flat.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    expect(said(await read(wide, 'samtal.fodt'))).toEqual(wanted);
  });
});

describe('what is in an OpenDocument file besides words', () => {
  test('spaces are as the program shows them, whatever the XML is broken like', async () => {
    const parsed = await readBody(
      `\n  <text:p>\n  P1: Två<text:s text:c="2"/>mellanslag,\n   ett  <text:span text:style-name="T3"> till</text:span>\n</text:p>\n${p('P2: Ja<text:tab/>så.')}${p('P1: Nå.')}`,
    );
    expect(said(parsed)).toEqual([
      'P1: Två  mellanslag, ett till',
      'P2: Ja\tså.',
      'P1: Nå.',
    ]);
  });

  test('comments are left out and told, what is commented on stays', async () => {
    const parsed = await readBody(
      p(
        'P1: Hej <office:annotation office:name="a"><dc:creator>Eva</dc:creator><text:p>Hemligt</text:p></office:annotation>alla<office:annotation-end office:name="a"/>.',
      ) +
        p('P2: Ja.') +
        p('P1: Nå.'),
    );
    expect(said(parsed)[0]).toBe('P1: Hej alla.');
    expect(parsed.warnings).toMatchObject([{ code: 'commentsLeftOut', count: 1 }]);
  });

  test('what was deleted with changes tracked is left out, what was put in stays, and it is told', async () => {
    const parsed = await readBody(
      `<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>P9: Borta.</text:p></text:deletion></text:changed-region>` +
        `<text:changed-region text:id="c2"><text:insertion/></text:changed-region>` +
        `<text:changed-region text:id="c3"><text:format-change/></text:changed-region></text:tracked-changes>` +
        p(
          'P1: Hej<text:change text:change-id="c1"/> <text:change-start text:change-id="c2"/>nya<text:change-end text:change-id="c2"/> ord.',
        ) +
        p('P2: Ja.') +
        p('P1: Nå.'),
    );
    expect(said(parsed)[0]).toBe('P1: Hej nya ord.');
    expect(parsed.warnings).toMatchObject([{ code: 'trackedChanges', count: 2 }]);
  });

  test('a footnote stands where it belongs, a picture is a mark', async () => {
    const parsed = await readBody(
      p(
        'P1: Hej<text:note><text:note-citation>7</text:note-citation><text:note-body><text:p>Ler.</text:p></text:note-body></text:note> på er.',
      ) +
        p(
          'P2: Se <draw:frame><draw:image><office:binary-data>aGVq</office:binary-data></draw:image><svg:desc>Ett hus</svg:desc></draw:frame> här.',
        ) +
        p('P1: Nå.'),
    );
    expect(said(parsed)).toEqual([
      'P1: Hej [1: Ler.] på er.',
      'P2: Se [bild] här.',
      'P1: Nå.',
    ]);
    expect(codes(parsed.changes)).toContain('footnotesInline');
    expect(codes(parsed.warnings)).toEqual(['pictures']);
  });

  test('its own text can be shown, the page headers left out', async () => {
    const body = `${p('P1: Hej.')}<text:p/>${p('P2: Ja.')}`;
    const shown = 'P1: Hej.\n\nP2: Ja.';
    const zipped = { name: 'a.odt', bytes: openDocumentFile(body) };
    const flat = { name: 'a.fodt', bytes: bytesOf(flatOpenDocument(body)) };
    expect(await decodeForDisplay(zipped, {})).toBe(shown);
    expect(await decodeForDisplay(flat, {})).toBe(shown);
  });
});

describe('an OpenDocument file is never trusted', () => {
  const body = p('P1: Hej.') + p('P2: Ja.') + p('P1: Nå.');

  test('a file packed anew, in another order, is still known; under the wrong name it is told', async () => {
    const parsed = await read(
      openDocumentFile(body, { mimetype: 'application/vnd.oasis.opendocument.text\n' }),
      'samtal.docx',
    );
    expect(parsed.format).toBe('openDocument');
    expect(parsed.warnings).toMatchObject([
      { code: 'otherFormat', params: { extension: '.docx', format: 'OpenDocument' } },
    ]);
    expect(
      (await read(wordFile('<w:p><w:r><w:t>P1: content.xml</w:t></w:r></w:p>'))).format,
    ).toBe('word');
  });

  const manifest =
    '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
  const calc = 'application/vnd.oasis.opendocument.spreadsheet';
  const entity = '<!DOCTYPE office:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
  const deep = '<text:section>'.repeat(500) + '</text:section>'.repeat(500);
  const bomb = ' '.repeat(30_000_000);
  test.each([
    ['encrypted', { 'META-INF/manifest.xml': manifest }, 'import.locked'],
    ['a spreadsheet', { mimetype: calc }, 'import.otherProgram'],
    [
      'an older format',
      { mimetype: 'application/vnd.sun.xml.writer' },
      'import.saveAsWord',
    ],
    [
      'cut-off XML',
      { 'content.xml': openDocumentXml(body).slice(0, -60) },
      'import.openDocumentDamaged',
    ],
    ['XML that is none', { 'content.xml': 'hej' }, 'import.openDocumentDamaged'],
    ['damaged styles', { 'styles.xml': '<a><b></a>' }, 'import.openDocumentDamaged'],
    [
      'nested beyond reason',
      { 'content.xml': openDocumentXml(deep) },
      'import.openDocumentDamaged',
    ],
    [
      'a reference to another file',
      { 'content.xml': openDocumentXml(body).replace('?>', `?>${entity}`) },
      'import.xmlEntities',
    ],
    [
      'far more than it seems',
      { 'content.xml': openDocumentXml(bomb) },
      'import.archiveUnsafe',
    ],
    ['no words', { 'content.xml': openDocumentXml('<text:p/>') }, 'import.onlySpace'],
  ])('%s is refused', async (_, parts: Record<string, string>, code) => {
    expect((await refusal(read(openDocumentFile(body, parts)))).code).toBe(code);
  });

  test('a file cut off anywhere is refused', async () => {
    const whole = openDocumentFile(body);
    for (const length of [60, 200, whole.length - 10])
      expect((await refusal(read(whole.subarray(0, length)))).code).toBe(
        'import.archiveBroken',
      );
  });

  test('a flat file with entities is refused, and so is one that is cut off', async () => {
    const flat = flatOpenDocument(body);
    const cut = bytesOf(flat.slice(0, -20));
    expect((await refusal(read(cut, 'a.fodt'))).code).toBe('import.openDocumentDamaged');
    const long = flat.replace(
      '<office:document ',
      `<!DOCTYPE office:document [<!ENTITY a "aaaa">]><office:document `,
    );
    expect((await refusal(read(bytesOf(long), 'a.fodt'))).code).toBe(
      'import.xmlEntities',
    );
  });

  test('styles that build on each other in a circle are read once around', async () => {
    const circle = openDocumentXml(p(span('A', 'P1: '), 'Hej.') + body).replace(
      '<office:automatic-styles>',
      '<office:automatic-styles><style:style style:name="A" style:family="text" style:parent-style-name="A"/>',
    );
    const parsed = await read(openDocumentFile('', { 'content.xml': circle }));
    expect(said(parsed)).toEqual(['P1: Hej.\nHej.', 'P2: Ja.', 'P1: Nå.']);
  });
});
