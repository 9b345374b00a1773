import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { aCategory, aCode, aTranscript } from '../../../support/anAnalysis.ts';
import { dump } from '../../../support/dump.ts';
import { newProject } from '../../../support/newProject.ts';
import { openedSession, type OpenedSession } from '../../../support/openedSession.ts';
import {
  analysisIn,
  stageBytes,
  takeIn,
  valueOf,
} from '../../../support/takenInAgain.ts';
import { run, wordFile } from '../../../support/wordFile.ts';

let session: OpenedSession;
let leave: () => Promise<void>;

beforeEach(async () => {
  const project = newProject({ language: 'sv' });
  aTranscript(project, 'Fokusgrupp 1', [
    'M: Hur var det?',
    'P1: Ingen hade ringt och förklarat. Jag blev orolig av brevet som kom.',
    'P2: Jag låg vaken hela natten. Sedan fick jag ett samtal.',
  ]);
  aTranscript(project, 'Intervju 2', [
    'I: Och du?',
    'Vera: Ingen hade ringt och förklarat. Det var tyst.',
  ]);
  aCategory(project, 'Information', { depth: 1 });
  const stress = aCategory(project, 'Stress', { depth: 1 });
  aCode(project, 'Vaken natt', stress);
  project.close();
  session = await openedSession(project.path);
  leave = async () => {
    await session.close();
    project.remove();
  };
});
afterEach(() => leave());

const preview = async (name: string, bytes: Uint8Array | string, choices = {}) =>
  valueOf(
    session.call('analyses.preview', {
      fileId: await stageBytes(session, name, bytes),
      choices,
    }),
  );

async function refusal(name: string, bytes: Uint8Array | string): Promise<string> {
  const fileId = await stageBytes(session, name, bytes);
  const answer = await session.call('analyses.run', { fileId });
  return answer.ok ? 'was taken in' : answer.problem.code;
}

describe('An analysis table', () => {
  test('with its categories written once and several rows for a unit is understood', async () => {
    await takeIn(
      session,
      'a.csv',
      'Källa;Meningsbärande enhet;Kondenserad meningsenhet;Kod;Subkategori;Huvudkategori\n' +
        'Fokusgrupp 1;Ingen hade ringt och förklarat.;Ingen förklarade;ingen förklaring;Information;Hinder\n' +
        ';Jag blev orolig av brevet;Orolig;oro;;\n' +
        ';;;brev;;\n' +
        ';Jag låg vaken hela natten.;Vaken;vaken natt;Natten;\n',
    );
    const rows = await analysisIn(session);
    expect(
      rows.map(({ unit, condensed, codes, paths }) => ({
        unit,
        condensed,
        codes,
        paths,
      })),
    ).toEqual([
      {
        unit: 'Ingen hade ringt och förklarat.',
        condensed: 'Ingen förklarade',
        codes: ['ingen förklaring'],
        paths: [['1 Information', '2 Hinder']],
      },
      {
        unit: 'Jag blev orolig av brevet',
        condensed: 'Orolig',
        codes: ['oro', 'brev'],
        paths: [
          ['1 Information', '2 Hinder'],
          ['1 Information', '2 Hinder'],
        ],
      },
      // The code is there, under Stress: there it stays.
      {
        unit: 'Jag låg vaken hela natten.',
        condensed: 'Vaken',
        codes: ['Vaken natt'],
        paths: [['1 Stress']],
      },
    ]);
    const categories = await valueOf(session.call('categories.list', {}));
    expect(categories.map(({ name }) => name).toSorted()).toEqual([
      'Hinder',
      'Information',
      'Stress',
    ]);
  });

  test('tells what does not go together before anything is written', async () => {
    const before = dump(session.db);
    const found = await preview(
      'a.csv',
      'Meaning unit;Condensation;Code;Sub-category;Category;Main category;Speaker\n' +
        'Jag låg vaken hela natten;Vaken;vaken natt;Natten;Hinder;;P1\n' +
        'jag blev orolig;Orolig;oro;Känslor;Hinder;;P1\n' +
        'Jag blev orolig;Ängslig;oro;Information;Hinder;;P1\n',
    );
    expect(found.conflicts.map(({ row, conflict }) => [row, conflict])).toEqual([
      [0, 'noLevel'],
      [2, 'codeElsewhere'],
      [2, 'otherSpeaker'],
      [3, 'condensedOtherwise'],
      [4, 'codeElsewhere'],
    ]);
    expect(found).toMatchObject({
      counts: { exact: 2, normalised: 1, review: 0, refused: 0 },
      units: 2,
      codes: { fresh: 1, known: 1 },
    });
    expect(dump(session.db)).toBe(before);
  });

  test('comes in as one step that undoes exactly, and a second time adds nothing', async () => {
    const table =
      'Meningsenhet\tKod\tTema\n' +
      'Ingen hade ringt och förklarat.\tutan besked\tEnsamhet\n' +
      'Sedan fick jag ett långt samtal\tsamtal\tEnsamhet\n' +
      'Detta sade ingen av dem alls\tpåhitt\t\n';
    const before = dump(session.db);
    const report = await takeIn(session, 'a.tsv', table);
    expect(report.counts).toEqual({ exact: 0, normalised: 0, review: 2, refused: 1 });
    expect(report.review.map(({ reason, places }) => [reason, places])).toEqual([
      ['several', 2],
      ['unlike', 1],
    ]);
    expect(report.refused.map(({ row, quote }) => [row, quote])).toEqual([
      [4, 'Detta sade ingen av dem alls'],
    ]);
    const waiting = await valueOf(session.call('reviews.list', {}));
    expect(waiting.map(({ was, now, reason }) => [was.text, now.text, reason])).toEqual([
      ['Ingen hade ringt och förklarat.', 'Ingen hade ringt och förklarat.', 'imported'],
      ['Sedan fick jag ett långt samtal', 'Sedan fick jag ett samtal', 'imported'],
    ]);
    const after = dump(session.db);
    const again = await takeIn(session, 'a.tsv', table);
    expect(again.taken).toMatchObject({ made: 0, known: 2, codes: 0 });
    expect(dump(session.db)).toBe(after);
    await valueOf(session.call('steps.undo', {}));
    expect(dump(session.db)).toBe(before);
    await valueOf(session.call('steps.redo', {}));
    expect(dump(session.db)).toBe(after);
  });

  test('in Word with merged cells is read with what they stand over', async () => {
    const cell = (text: string, merge = '') =>
      `<w:tc><w:tcPr>${merge}</w:tcPr><w:p>${run(text)}</w:p></w:tc>`;
    const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const begins = '<w:vMerge w:val="restart"/>';
    const goesOn = '<w:vMerge/>';
    const bytes = wordFile(
      `<w:p>${run('Min analys')}</w:p><w:tbl>${row(cell('Citat'), cell('Koder'), cell('Huvudkategori'))}` +
        row(
          cell('Jag blev orolig av brevet'),
          cell('oro; brev'),
          cell('Hinder', begins),
        ) +
        row(cell('Det var tyst. (Intervju 2, Vera)'), cell('tystnad'), cell('', goesOn)) +
        `${row(cell('Sedan fick jag ett samtal.'), cell('samtal'), cell(''))}</w:tbl>`,
    );
    await takeIn(session, 'a.docx', bytes);
    expect(
      (await analysisIn(session)).map(({ unit, codes, paths }) => [unit, codes, paths]),
    ).toEqual([
      ['Jag blev orolig av brevet', ['oro', 'brev'], [['2 Hinder'], ['2 Hinder']]],
      ['Sedan fick jag ett samtal.', ['samtal'], [[]]],
      ['Det var tyst.', ['tystnad'], [['2 Hinder']]],
    ]);
  });

  test('with formulas is text', async () => {
    await takeIn(
      session,
      'a.csv',
      'unit,code,condensed\nDet var tyst.,=cmd|\' /C calc\'!A0,"=HYPERLINK(""http://x"")"\n',
    );
    const [row] = await analysisIn(session);
    expect(row).toMatchObject({
      codes: ["=cmd|' /C calc'!A0"],
      condensed: '=HYPERLINK("http://x")',
    });
  });

  test('without meaning units, with nothing found, or empty is refused and nothing is written', async () => {
    const before = dump(session.db);
    expect(await refusal('a.csv', 'Namn;Ålder\nEva;40\n')).toBe('analysis.noUnit');
    expect(await refusal('a.csv', 'Meningsenhet;Kod\n;\n')).toBe('analysis.nothing');
    expect(await refusal('a.csv', 'Meningsenhet;Kod\nAldrig sagt av någon;x\n')).toBe(
      'analysis.nowhere',
    );
    expect(await refusal('a.docx', wordFile(`<w:p>${run('Bara text')}</w:p>`))).toBe(
      'analysis.nothing',
    );
    expect(dump(session.db)).toBe(before);
  });

  test('is recognised as one, and a transcript in a table is not', async () => {
    const recognised = async (text: string) =>
      valueOf(
        session.call('analyses.recognise', {
          fileId: await stageBytes(session, 'a.csv', text),
        }),
      );
    expect(await recognised('Meningsenhet;Kategori\nDet var tyst;Hinder\n')).toEqual({
      source: 'table',
      units: 1,
    });
    expect(await recognised('Talare;Text\nVera;Det var tyst\n')).toBeNull();
    expect(await recognised('Vera: Det var tyst, sa hon.\nI: Jaså.\n')).toBeNull();
  });

  test('of 100,000 rows is looked up, and columns can be chosen', async () => {
    const line = 'Jag låg vaken hela natten.;a\nDet här sade ingen i gruppen, aldrig;b\n';
    const found = await preview('a.csv', `Vad;Hur\n${line.repeat(50_000)}`, {
      columns: ['unit', 'code'],
    });
    expect(found.counts).toEqual({
      exact: 50_000,
      normalised: 0,
      review: 0,
      refused: 50_000,
    });
    expect(found.units).toBe(1);
  });
});

describe('Comments in a Word document', () => {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const comment = (id: number, author: string, ...lines: readonly string[]) =>
    `<w:comment w:id="${id}" w:author="${author}">${lines.map((text) => `<w:p>${run(text)}</w:p>`).join('')}</w:comment>`;
  const on = (id: number, text: string) =>
    `<w:commentRangeStart w:id="${id}"/>${run(text)}<w:commentRangeEnd w:id="${id}"/>`;

  test('are the codes of the words they are on, with who wrote them', async () => {
    await valueOf(session.call('analysts.add', { name: 'Bo Ek' }));
    const bytes = wordFile(
      `<w:p>${run('Vera: ')}${on(0, 'Ingen hade ringt och förklarat.')}${run(' Det var tyst.')}</w:p>` +
        `<w:p>${run('P2: Jag ')}${on(1, 'låg vaken')}${run(' hela natten.')}</w:p>`,
      {
        'word/comments.xml': `<w:comments ${w}>${comment(0, 'Bo Ek', 'utan besked; ensam')}${comment(1, 'Någon', 'vaken natt', 'oro')}</w:comments>`,
      },
    );
    const fileId = await stageBytes(session, 'a.docx', bytes);
    expect(await valueOf(session.call('analyses.recognise', { fileId }))).toEqual({
      source: 'comments',
      units: 2,
    });
    await valueOf(session.call('analyses.run', { fileId }));
    const rows = await analysisIn(session);
    // The same words stand in two transcripts; what stands beside them says which.
    expect(rows.map(({ transcript, unit, codes }) => [transcript, unit, codes])).toEqual([
      ['Fokusgrupp 1', 'låg vaken', ['Vaken natt', 'oro']],
      ['Intervju 2', 'Ingen hade ringt och förklarat.', ['utan besked', 'ensam']],
    ]);
    const authors = session.read.all<{ name: string; n: number }>(
      `SELECT analysts.name, count(*) AS n FROM codings JOIN analysts ON analysts.id = analyst_id
       GROUP BY analysts.name ORDER BY analysts.name`,
    );
    expect(authors.find(({ name }) => name === 'Bo Ek')).toEqual({ name: 'Bo Ek', n: 2 });
  });
});
