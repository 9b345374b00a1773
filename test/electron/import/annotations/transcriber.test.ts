import { expect, test } from 'vitest';

import { readTranscript } from '../../../../electron/import/readTranscript.ts';
import { decodeForDisplay } from '../../../../electron/import/sourceText.ts';
import { readText, refusal, said } from '../../../support/importing.ts';

const head = '<?xml version="1.0" encoding="ISO-8859-1"?>\n';
const dtd = '<!DOCTYPE Trans SYSTEM "trans-14.dtd">\n';
const people = `<Speakers>
<Speaker id="spk1" name="Åsa Nyström" scope="local"/>
<Speaker id="spk2" name="Lars Björk" scope="local"/>
</Speakers>
`;

function trans(...turns: readonly string[]): string {
  return `${head}${dtd}<Trans xml:lang="sv">\n${people}<Episode>\n<Section type="report" startTime="0" endTime="60">\n${turns.join('\n')}\n</Section>\n</Episode>\n</Trans>\n`;
}

function turn(speaker: string, from: string, to: string, inside: string): string {
  const by = speaker === '' ? '' : `speaker="${speaker}" `;
  return `<Turn ${by}startTime="${from}" endTime="${to}">\n<Sync time="${from}"/>\n${inside}\n</Turn>`;
}

const read = (text: string) => readText(text, {}, 'samtal.trs');
const asLatin1 = (text: string) => ({
  name: 'samtal.trs',
  bytes: Uint8Array.from(Buffer.from(text, 'latin1')),
});

const two = trans(
  turn('spk1', '0', '4.25', 'Välkommen\nhit på träffen.'),
  turn('spk2', '4.25', '6.0', 'Tack &amp; hej.'),
);

test('the bytes are read as the file declares, in the text and where it is shown, and the DTD is left alone', async () => {
  const parsed = await readTranscript(asLatin1(two), {});
  expect(parsed).toMatchObject({
    format: 'transcriber',
    encoding: 'windows-1252',
    encodingCertainty: 'certain',
    warnings: [],
  });
  expect(said(parsed)).toEqual([
    'Åsa Nyström: Välkommen hit på träffen.',
    'Lars Björk: Tack & hej.',
  ]);
  expect(parsed.turns.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [0, 4250],
    [4250, 6000],
  ]);
  expect(parsed.turns[0]?.line).toBe(11);
  expect(await decodeForDisplay(asLatin1(two), {})).toContain('name="Åsa Nyström"');
});

test('a file that declares ISO-8859-1 and is UTF-8 all the same is read as UTF-8', async () => {
  const parsed = await read(two);
  expect(parsed.encoding).toBe('utf-8');
  expect(parsed.turns[0]?.speaker).toBe('Åsa Nyström');
});

test('other encodings are read as declared too, and one that nobody knows is guessed as before', async () => {
  const greek = two.replace('ISO-8859-1', 'ISO-8859-7').replace('Tack', '\xc1\xe1');
  expect((await readTranscript(asLatin1(greek), {})).turns[1]?.text).toBe('Αα & hej.');
  const unknown = two.replace('ISO-8859-1', 'klingon');
  const parsed = await readTranscript(asLatin1(unknown), {});
  expect(parsed.turns[0]?.text).toBe('Välkommen hit på träffen.');
});

test('an overlapping turn is taken apart by who speaks, in the order of the file', async () => {
  const parsed = await read(
    trans(
      turn(
        'spk1 spk2',
        '10',
        '14',
        '<Who nb="1"/>\nMen jag\n<Who nb="2"/>\nNej\n<Sync time="12"/>\n<Who nb="1"/>\nsa ju det.\n<Who nb="3"/>\nJo.',
      ),
      turn('spk1 spk2', '14', '15', 'Ja.'),
    ),
  );
  expect(said(parsed)).toEqual([
    'Åsa Nyström: Men jag',
    'Lars Björk: Nej',
    'Åsa Nyström: sa ju det.',
    'Jo.',
    'Åsa Nyström + Lars Björk: Ja.',
  ]);
  expect(parsed.turns.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [10_000, 12_000],
    [10_000, 12_000],
    [12_000, 14_000],
    [12_000, 14_000],
    [14_000, 15_000],
  ]);
});

test('a turn without a speaker is nobody’s, one without words is silence, and a speaker who is not listed has the id', async () => {
  const parsed = await read(
    trans(
      turn('', '0', '1', 'Hallå?'),
      turn('', '1', '2', 'Är det på?'),
      turn('', '2', '9', ''),
      turn('spk9', '9', '10', 'Ja.'),
    ),
  );
  expect(parsed.turns.map(({ speaker, text }) => [speaker, text])).toEqual([
    [null, 'Hallå?'],
    [null, 'Är det på?'],
    ['spk9', 'Ja.'],
  ]);
});

test('sounds and comments stand in brackets, marks about words do not, and all are counted', async () => {
  const parsed = await read(
    trans(
      turn(
        'spk1',
        '0',
        '9',
        'Ja<Event desc="skratt" type="noise" extent="instantaneous"/>, det\n<Event desc="host" type="noise" extent="begin"/>var\n<Event desc="host" type="noise" extent="end"/>så.<Comment desc="nickar [två gånger]"/><Event desc="en" type="language" extent="begin"/>\n<Background time="4" type="music"/>Okay.',
      ),
    ),
  );
  expect(said(parsed)).toEqual([
    'Åsa Nyström: Ja [skratt], det [host …] var [… host] så. [nickar två gånger] Okay.',
  ]);
  expect(parsed.changes).toMatchObject([
    { code: 'soundsInText', count: 4 },
    { code: 'marksLeftOut', count: 1 },
  ]);
});

test('the parts of a turn are its own when nothing is to be joined', async () => {
  const file = trans(turn('spk1', '0', '9', 'Ett.\n<Sync time="4.5"/>\nTvå.'));
  expect(said(await read(file))).toEqual(['Åsa Nyström: Ett. Två.']);
  const parts = await readText(file, { joinSameSpeaker: false }, 'samtal.trs');
  expect(parts.turns.map(({ startMs, endMs, text }) => [startMs, endMs, text])).toEqual([
    [0, 4500, 'Ett.'],
    [4500, 9000, 'Två.'],
  ]);
});

test('a time that is none is told, and the words are there all the same', async () => {
  const parsed = await read(trans(turn('spk1', 'strax', '2', 'Ja.')));
  expect(parsed.turns[0]).toMatchObject({ startMs: null, endMs: 2000, text: 'Ja.' });
  expect(parsed.warnings).toMatchObject([
    { code: 'timeGarbled', params: { text: 'strax' }, count: 2, lines: [10, 11] },
  ]);
});

const bomb = two.replace(dtd, '<!DOCTYPE Trans [<!ENTITY a "&b;"><!ENTITY b "ha">]>\n');

/** What is wrong, the file, the code of the refusal and the line it names. */
const refused: readonly (readonly [string, string, string, number | null])[] = [
  ['nobody says anything', trans(turn('spk1', '0', '1', '')), 'import.nothingSaid', null],
  ['no turns', `${head}<Trans><Speakers/><Episode/></Trans>`, 'import.nothingSaid', null],
  ['a file cut off', two.slice(0, two.indexOf('träffen')), 'import.damaged', 13],
  ['entities of its own', bomb.replace('Tack', '&a;'), 'import.xmlUnsafe', 2],
];

test.each(refused)('%s: refused with the line', async (_, text, code, line) => {
  const problem = await refusal(read(text));
  expect(problem).toMatchObject({ code, file: 'samtal.trs' });
  expect(problem.where).toBe(line === null ? undefined : `line ${line}`);
  expect(problem.sentence).toContain('samtal.trs');
});
