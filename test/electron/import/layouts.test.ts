import { expect, test } from 'vitest';

import { codes, readText, said, speakers } from '../../support/importing.ts';

/** How people who transcribe really write who speaks: the text of the file, and the turns it should become. */
const layouts: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  'letters without empty lines': [
    'I: Hur började det?\nIP: Jag fick ett brev.\nI: Och sen?\nIP: Sen ringde de.',
    [
      'I: Hur började det?',
      'IP: Jag fick ett brev.',
      'I: Och sen?',
      'IP: Sen ringde de.',
    ],
  ],
  'names with empty lines and a turn of two paragraphs': [
    'Anna: Hej.\n\nBo: Bra.\n\nOch du?\n\nAnna: Jodå.\n\nBo: Fint.',
    ['Anna: Hej.', 'Bo: Bra.\nOch du?', 'Anna: Jodå.', 'Bo: Fint.'],
  ],
  'a tab after the colon and hanging lines': [
    'I:\tHur började det?\nIP:\tJag fick ett brev.\n\tDet var gult.\nI:\tOch sen?',
    ['I: Hur började det?', 'IP: Jag fick ett brev.\nDet var gult.', 'I: Och sen?'],
  ],
  'numbered lines': [
    '1 Moderator: Välkomna hit.\n2 P1: Tack ska du ha\n3 för att vi fick komma.\n4 Moderator: Då börjar vi.\n5 P2: Ja.',
    [
      'Moderator: Välkomna hit.',
      'P1: Tack ska du ha\nför att vi fick komma.',
      'Moderator: Då börjar vi.',
      'P2: Ja.',
    ],
  ],
  'numbered turns': [
    '1. Moderator: Välkomna.\n2. P1: Tack.\n3. P2: Tack.\n4. Moderator: Ja.',
    ['Moderator: Välkomna.', 'P1: Tack.', 'P2: Tack.', 'Moderator: Ja.'],
  ],
  'titles, numbers and a speaker nobody knows': [
    'Dr. Lind: God dag.\nMan 1: God dag.\nOkänd: (ohörbart)\nDr. Lind: Sätt er.\nMan 1: Tack.',
    [
      'Dr. Lind: God dag.',
      'Man 1: God dag.',
      'Okänd: (ohörbart)',
      'Dr. Lind: Sätt er.',
      'Man 1: Tack.',
    ],
  ],
  'initials, one of them once': [
    'AB: Hej.\nCD: Hej.\nAB: Ja.\nEF: Jag är ny.\nCD: Välkommen.',
    ['AB: Hej.', 'CD: Hej.', 'AB: Ja.', 'EF: Jag är ny.', 'CD: Välkommen.'],
  ],
  'small letters': [
    'moderator: hej.\np1: tack.\np2: tack.\nmoderator: då kör vi.\np1: ja.\np2: ja.',
    [
      'moderator: hej.',
      'p1: tack.',
      'p2: tack.',
      'moderator: då kör vi.',
      'p1: ja.',
      'p2: ja.',
    ],
  ],
  'labels with hyphens and digits': [
    'FG2-M: Välkomna.\nFG2-P1: Tack.\nFG2-P3: Hej.\nFG2-M: Då så.\nFG2-P1: Ja.',
    ['FG2-M: Välkomna.', 'FG2-P1: Tack.', 'FG2-P3: Hej.', 'FG2-M: Då så.', 'FG2-P1: Ja.'],
  ],
  'no space after the colon': [
    'I:Hur var det?\nP:Bra.\nI:Och sen?\nP:Inget.',
    ['I: Hur var det?', 'P: Bra.', 'I: Och sen?', 'P: Inget.'],
  ],
  'a space before the colon': [
    'Intervjuare : Hur var det?\nRespondent : Bra.\nIntervjuare : Jaha.',
    ['Intervjuare: Hur var det?', 'Respondent: Bra.', 'Intervjuare: Jaha.'],
  ],
  'a colon and the words below': [
    'Moderator:\nVälkomna.\n\nP1:\nTack.\n\nModerator:\nDå så.\n\nJag menar det.\n\nP1:\nMm.',
    ['Moderator: Välkomna.', 'P1: Tack.', 'Moderator: Då så.\nJag menar det.', 'P1: Mm.'],
  ],
  'capitals alone on a line, everything set apart': [
    'MODERATOR\n\nVälkomna.\n\nP1\n\nTack.\n\nMODERATOR\n\nDå så.\n\nP1\n\nMm.',
    ['MODERATOR: Välkomna.', 'P1: Tack.', 'MODERATOR: Då så.', 'P1: Mm.'],
  ],
  'a name alone on a line': [
    'Karin\nVälkomna hit.\n\nLars\nTack.\n\nKarin\nDå så.\n\nLars\nJa.',
    ['Karin: Välkomna hit.', 'Lars: Tack.', 'Karin: Då så.', 'Lars: Ja.'],
  ],
  'a name and a dash': [
    'Anna – Hej på er.\nBo – Hej.\nAnna – Ska vi börja?\nBo – Ja.',
    ['Anna: Hej på er.', 'Bo: Hej.', 'Anna: Ska vi börja?', 'Bo: Ja.'],
  ],
  'a letter and a gap': [
    'I      Hur var det?\nIP     Det var bra.\nI      Och sen?\nIP     Sen gick jag hem.',
    ['I: Hur var det?', 'IP: Det var bra.', 'I: Och sen?', 'IP: Sen gick jag hem.'],
  ],
  'a letter and a point': [
    'A. Hur var det?\nB. Det var bra.\nA. Och sen?\nB. Sen gick jag hem.',
    ['A: Hur var det?', 'B: Det var bra.', 'A: Och sen?', 'B: Sen gick jag hem.'],
  ],
  'columns with a tab': [
    'P1\tHej på er.\nP2\tHej.\nP1\tSka vi?\nP2\tJa.',
    ['P1: Hej på er.', 'P2: Hej.', 'P1: Ska vi?', 'P2: Ja.'],
  ],
  'names in brackets': [
    '[Anna] Hej på er.\n[Bo] Hej.\n[Anna] Ska vi börja?\n[Bo] Ja.',
    ['Anna: Hej på er.', 'Bo: Hej.', 'Anna: Ska vi börja?', 'Bo: Ja.'],
  ],
  'arrows as in live captions': [
    '>> ANNA: Hej.\n>> BO: Hej.\n>> ANNA: Ja.',
    ['ANNA: Hej.', 'BO: Hej.', 'ANNA: Ja.'],
  ],
  bullets: [
    '- Anna: Hej.\n- Bo: Hej.\n- Anna: Ja.',
    ['Anna: Hej.', 'Bo: Hej.', 'Anna: Ja.'],
  ],
  'question and answer': [
    'Q: How are you?\nA: Fine.\nQ: Good.\nA: Thanks.',
    ['Q: How are you?', 'A: Fine.', 'Q: Good.', 'A: Thanks.'],
  ],
  'two at once and all of them': [
    'Moderator: Håller ni med?\nP1: Ja.\nP2: Ja.\nP1 och P2: Absolut!\nAlla: (skratt)\nModerator: Tack.\nP1: Mm.\nP2: Mm.',
    [
      'Moderator: Håller ni med?',
      'P1: Ja.',
      'P2: Ja.',
      'P1 och P2: Absolut!',
      'Alla: (skratt)',
      'Moderator: Tack.',
      'P1: Mm.',
      'P2: Mm.',
    ],
  ],
  'laughter inside the label': [
    'P1 (skratt): Ja.\nP2: Nej.\nP1: Jo.\nP2 [suckar]: Ok.',
    ['P1: (skratt) Ja.', 'P2: Nej.', 'P1: Jo.', 'P2: [suckar] Ok.'],
  ],
  'the same label twice in a row': [
    'P1: Ett.\nP1: Två.\nP2: Tre.\nP1: Fyra.\nP2: Fem.',
    ['P1: Ett.\nTvå.', 'P2: Tre.', 'P1: Fyra.', 'P2: Fem.'],
  ],
  'remarks in brackets that are no names': [
    'P1: Det var [ohörbart 00:12:33] som sa det.\nP2: [skratt] Ja.\nP1: [ohörbart 00:12:40]\nP2: Ok.',
    [
      'P1: Det var [ohörbart 00:12:33] som sa det.',
      'P2: [skratt] Ja.',
      'P1: [ohörbart 00:12:40]',
      'P2: Ok.',
    ],
  ],
  'colons inside what is said': [
    'P1: Jo, i tisdags: vi kom överens.\nP2: Alltså.\nDet viktigaste: att man blir sedd.\nP1: Exempel: jag fick vänta.\nP2: Se https://exempel.se nu.',
    [
      'P1: Jo, i tisdags: vi kom överens.',
      'P2: Alltså.\nDet viktigaste: att man blir sedd.',
      'P1: Exempel: jag fick vänta.',
      'P2: Se https://exempel.se nu.',
    ],
  ],
  'a paragraph that begins with a time of day': [
    'P1: Vi sågs.\nP2: När?\nP1: På tisdagen.\n12:30 var jag där.\nP2: Jaha.',
    ['P1: Vi sågs.', 'P2: När?', 'P1: På tisdagen.\n12:30 var jag där.', 'P2: Jaha.'],
  ],
  'text before the first label': [
    'Inspelningen börjar mitt i en mening.\n\nModerator: Välkomna.\nP1: Tack.\nModerator: Ja.\nP1: Ja.',
    [
      'Inspelningen börjar mitt i en mening.',
      'Moderator: Välkomna.',
      'P1: Tack.',
      'Moderator: Ja.',
      'P1: Ja.',
    ],
  ],
  'paragraphs and no speakers': [
    'Det regnade hela dagen.\n\nVi satt inne.\n\nSedan gick vi hem.',
    ['Det regnade hela dagen.', 'Vi satt inne.', 'Sedan gick vi hem.'],
  ],
  'lines and no speakers': [
    'Det regnade hela dagen.\nVi satt inne.\nSedan gick vi hem.',
    ['Det regnade hela dagen.', 'Vi satt inne.', 'Sedan gick vi hem.'],
  ],
  'one paragraph with labels inside it': [
    'Moderator: Välkomna. P1: Tack. P2: Tack.',
    ['Moderator: Välkomna. P1: Tack. P2: Tack.'],
  ],
  'markdown with a heading': [
    '# Intervju 1\n\n**Intervjuare:** Hej.\n\n**Elsa:** Hej \\[skratt\\].\n\n**Intervjuare:** Bra.\n\n**Elsa:** Ja.',
    ['Intervjuare: Hej.', 'Elsa: Hej [skratt].', 'Intervjuare: Bra.', 'Elsa: Ja.'],
  ],
  'lower-case descriptions': [
    'kvinna i rött: hej.\nman i blått: hej.\nkvinna i rött: ja.\nman i blått: nej.',
    [
      'kvinna i rött: hej.',
      'man i blått: hej.',
      'kvinna i rött: ja.',
      'man i blått: nej.',
    ],
  ],
  'emoji and flags': [
    'Anna: Hej 👋🏽!\nBo: Tjena 🇸🇪\nAnna: Ok 👩🏽‍🔬',
    ['Anna: Hej 👋🏽!', 'Bo: Tjena 🇸🇪', 'Anna: Ok 👩🏽‍🔬'],
  ],
  'right to left': [
    'שרה: שלום.\nדוד: שלום שלום.\nשרה: כן.\nדוד: לא.',
    ['שרה: שלום.', 'דוד: שלום שלום.', 'שרה: כן.', 'דוד: לא.'],
  ],
};

test.each(Object.entries(layouts))('%s', async (_, [text, turns]) => {
  expect(said(await readText(text))).toEqual(turns);
  expect(said(await readText(text.replaceAll('\n', '\r\n')))).toEqual(turns);
});

/** The same with times: speaker, start and end in seconds. */
const timed: Readonly<
  Record<
    string,
    readonly [string, readonly (readonly [string | null, number | null, number | null])[]]
  >
> = {
  'brackets before the label': [
    '[00:00:01] Anna: Hej.\n[00:00:05] Bo: Hej.\n[00:00:09] Anna: Ja.',
    [
      ['Anna', 1, null],
      ['Bo', 5, null],
      ['Anna', 9, null],
    ],
  ],
  'frames in brackets': [
    '[00:00:01;12] Anna: Hej.\n[00:00:03;05] Bo: Hej.',
    [
      ['Anna', 1.48, null],
      ['Bo', 3.2, null],
    ],
  ],
  'f4 at the end': [
    'I: Hej. #00:00:02-1#\n\nB: Hej hej. #00:00:04-0#\n\nI: Hur är det? #00:00:06-5#\nB: Bra. Och\n\njag sov gott. #00:00:09-9#',
    [
      ['I', null, 2.1],
      ['B', null, 4],
      ['I', null, 6.5],
      ['B', null, 9.9],
    ],
  ],
  'f4 at the start': [
    '#00:00:02-1# I: Hej.\n#00:00:04-0# B: Hej.\n#00:00:06-5# I: Ja.',
    [
      ['I', 2.1, null],
      ['B', 4, null],
      ['I', 6.5, null],
    ],
  ],
  'a time stuck to the name (MAXQDA)': [
    '00:00:01.5Anna: Hej.\n\n00:00:03.0Bo: Hej.\n\n00:00:04.2Anna: Ja.',
    [
      ['Anna', 1.5, null],
      ['Bo', 3, null],
      ['Anna', 4.2, null],
    ],
  ],
  'the time inside the label': [
    'Anna (00:12): Hej.\nBo (00:15): Hej.\nAnna (00:18): Ja.',
    [
      ['Anna', 12, null],
      ['Bo', 15, null],
      ['Anna', 18, null],
    ],
  ],
  'the time after the name, no colon': [
    'Anna [00:00:12] Hej.\nBo [00:00:15] Hej.\nAnna [00:00:18] Ja.',
    [
      ['Anna', 12, null],
      ['Bo', 15, null],
      ['Anna', 18, null],
    ],
  ],
  'the time after the label': [
    '**Anna:** [00:00:12] Hej.\n\n**Bo:** [00:00:15] Hej.\n\n**Anna:** [00:00:18] Ja.',
    [
      ['Anna', 12, null],
      ['Bo', 15, null],
      ['Anna', 18, null],
    ],
  ],
  'a name, a time, words below (Otter)': [
    'Anna Ek  0:01\nHej.\n\nBo Alm  0:05\nHej.\n\nAnna Ek  1:00:09\nJa.',
    [
      ['Anna Ek', 1, null],
      ['Bo Alm', 5, null],
      ['Anna Ek', 3609, null],
    ],
  ],
  'Speaker 1  00:03': [
    'Speaker 1  00:03\nHej.\n\nSpeaker 2  00:07\nTack.\n\nSpeaker 1  00:09\nDå så.',
    [
      ['Speaker 1', 3, null],
      ['Speaker 2', 7, null],
      ['Speaker 1', 9, null],
    ],
  ],
  'Speaker 1: (00:03)': [
    'Speaker 1: (00:03)\nHej.\n\nSpeaker 2: (00:05)\nHej.\n\nSpeaker 1: (00:08)\nJa.',
    [
      ['Speaker 1', 3, null],
      ['Speaker 2', 5, null],
      ['Speaker 1', 8, null],
    ],
  ],
  'a time, a dash and a name': [
    '[00:00:03.120] - Karin\nHej.\n\n[00:00:05.500] - Lars\nHej.\n\n[00:00:08.000] - Karin\nJa.',
    [
      ['Karin', 3.12, null],
      ['Lars', 5.5, null],
      ['Karin', 8, null],
    ],
  ],
  'Word’s own transcription': [
    'Ljudfil\nintervju.mp3\n\nTranskription\n00:00:00 Talare 1\nHej och välkommen.\n00:00:04 Talare 2\nTack.\n00:00:06 Talare 1\nBerätta.',
    [
      ['Talare 1', 0, null],
      ['Talare 2', 4, null],
      ['Talare 1', 6, null],
    ],
  ],
  'name, time and words on a line each (Teams)': [
    'Anna Ek\n0:01\nHej.\nBo Alm\n0:05\nHej.\nAnna Ek\n0:09\nJa.',
    [
      ['Anna Ek', 1, null],
      ['Bo Alm', 5, null],
      ['Anna Ek', 9, null],
    ],
  ],
  'times, name and words on a line each (Teams)': [
    '0:0:1.20 --> 0:0:4.0\nAnna Ek\nHej.\n\n0:0:5.0 --> 0:0:8.0\nBo Alm\nHej.\n\n0:0:9.0 --> 0:0:9.500\nAnna Ek\nJa.',
    [
      ['Anna Ek', 1.02, 4],
      ['Bo Alm', 5, 8],
      ['Anna Ek', 9, 9.5],
    ],
  ],
  'a clock on the wall is no place in a recording': [
    'Anna Ek 10:30 AM\nHej.\nBo Alm 10:31 AM\nHej.\nAnna Ek 10:32 AM\nJa.',
    [
      ['Anna Ek', null, null],
      ['Bo Alm', null, null],
      ['Anna Ek', null, null],
    ],
  ],
  'a time on a line of its own': [
    '[00:00:01]\nAnna: Hej.\n[00:00:05]\nBo: Hej.\n[00:00:09]\nAnna: Ja.',
    [
      ['Anna', 1, null],
      ['Bo', 5, null],
      ['Anna', 9, null],
    ],
  ],
  'times and no speakers': [
    '[00:00:01] Hej.\n[00:00:05] Hej.\n[00:00:09] Ja.',
    [
      [null, 1, null],
      [null, 5, null],
      [null, 9, null],
    ],
  ],
  'rows of three columns (NVivo)': [
    'Timespan\tSpeaker\tContent\n0:00:01.0-0:00:04.5\tAnna\tHej.\n0:00:05.0-0:00:08.0\tBo\tHej.\n0:00:09.0-0:00:09.9\tAnna\tJa.',
    [
      ['Anna', 1, 4.5],
      ['Bo', 5, 8],
      ['Anna', 9, 9.9],
    ],
  ],
  'rows in Swedish, a speaker left out': [
    'Tid\tTalare\tText\n0:01\tAnna\tHej.\n0:03\t\tJag heter Anna.\n0:05\tBo\tHej.',
    [
      ['Anna', 1, null],
      ['Bo', 5, null],
    ],
  ],
  'rows with commas': [
    'Timespan,Speaker,Content\n0:01,Anna,"Hej, på er."\n0:03,Bo,Hej',
    [
      ['Anna', 1, null],
      ['Bo', 3, null],
    ],
  ],
  'a table without headings (Zoom)': [
    '00:00:01\tAnna Ek:\tHej.\n00:00:05\tBo Alm:\tHej.\n00:00:09\tAnna Ek:\tJa.',
    [
      ['Anna Ek', 1, null],
      ['Bo Alm', 5, null],
      ['Anna Ek', 9, null],
    ],
  ],
};

test.each(Object.entries(timed))('with times: %s', async (_, [text, turns]) => {
  const parsed = await readText(text);
  const ms = (seconds: number | null) =>
    seconds === null ? null : Math.round(seconds * 1000);
  expect(
    parsed.turns.map(({ speaker, startMs, endMs }) => [speaker, startMs, endMs]),
  ).toEqual(turns.map(([speaker, start, end]) => [speaker, ms(start), ms(end)]));
  expect(parsed.turns.every(({ text: words }) => !/\d:\d\d/.test(words))).toBe(true);
});

test('two-digit fractions that can only be frames are read as frames, and said so', async () => {
  const lines = ['12', '04', '24', '07', '19', '00'].map(
    (frame, at) => `[00:00:0${at}.${frame}] ${at % 2 ? 'P1' : 'I'}: Hej.`,
  );
  const parsed = await readText(lines.join('\n'));
  expect(parsed.turns[0]?.startMs).toBe(480);
  expect(parsed.warnings).toContainEqual({
    code: 'stampFrames',
    params: { frames: 25 },
    count: 6,
    lines: [],
  });
});

const header =
  'Fokusgrupp 2\nDatum: 2026-03-01\nModerator: Anna Lind\nDeltagare: P1–P3\n\n';
const talk = 'Moderator: Välkomna hit.\nP1: Tack.\nP2: Tack.\nModerator: Då så.\nP3: Mm.';

test('the block of facts above the talk is left out and told, or kept when asked', async () => {
  const parsed = await readText(header + talk);
  expect(speakers(parsed)).toEqual({ Moderator: 2, P1: 1, P2: 1, P3: 1 });
  expect(parsed.turns[0]?.line).toBe(6);
  expect(parsed.changes).toEqual([
    {
      code: 'headerDropped',
      params: {
        text: 'Fokusgrupp 2 · Datum: 2026-03-01 · Moderator: Anna Lind · Deltagare: P1–P3',
      },
      count: 4,
      lines: [1, 2, 3, 4],
    },
  ]);
  const kept = await readText(header + talk, { dropHeader: false });
  expect(kept.turns[0]).toMatchObject({ speaker: null, text: header.trim() });
});

test('a header that runs straight into the talk ends where the talk begins', async () => {
  const parsed = await readText(
    'Datum: 2026-03-01\nPlats: Biblioteket\nModerator: Välkomna hit allihop.\nP1: Tack.\nModerator: Då så.\nP1: Mm.',
  );
  expect(speakers(parsed)).toEqual({ Moderator: 2, P1: 2 });
});

test('headings of questions are not speakers, and are offered as such', async () => {
  const parsed = await readText(
    'Moderator: Hej.\nP1: Hej.\n\nFråga 1: Hur var det?\n\nP2: Bra.\nP1: Nja.\nP2: Jo.',
  );
  expect(Object.keys(speakers(parsed))).toEqual(['Moderator', 'P1', 'P2']);
  expect(parsed.warnings).toEqual([
    { code: 'labelNotTaken', params: { label: 'Fråga 1' }, count: 1, lines: [4] },
  ]);
  const asked = await readText(
    'Moderator: Hej.\nP1: Hej.\n\nFråga 1: Hur var det?\n\nP2: Bra.',
    { alsoSpeakers: ['Fråga 1'] },
  );
  expect(said(asked)).toContain('Fråga 1: Hur var det?');
});

test('a label that the person says is none becomes text again', async () => {
  const parsed = await readText(
    'Anna: Hej.\nBo: Hej.\nSant: det var så.\nAnna: Ja.\nBo: Nej.\nSant: igen.',
    { notSpeakers: ['Sant'] },
  );
  expect(said(parsed)).toEqual([
    'Anna: Hej.',
    'Bo: Hej.\nSant: det var så.',
    'Anna: Ja.',
    'Bo: Nej.\nSant: igen.',
  ]);
});

test('one label in a long transcript is asked about, not dropped', async () => {
  const lines = Array.from(
    { length: 200 },
    (_, at) => `${['Karin', 'Lars', 'Noor'][at % 3]}: Mening ${at} om hur det var.`,
  );
  lines.splice(101, 0, 'Elsa: Förlåt att jag är sen.');
  const parsed = await readText(lines.join('\n'));
  expect(speakers(parsed)['Elsa']).toBe(1);
  expect(parsed.warnings).toEqual([
    { code: 'labelOnce', params: { label: 'Elsa' }, count: 1, lines: [102] },
  ]);
});

test('paragraphs of one speaker stay apart when asked', async () => {
  const parsed = await readText('P1: Ett.\nP1: Två.\nP2: Tre.\nP1: Fyra.', {
    joinSameSpeaker: false,
  });
  expect(said(parsed)).toEqual(['P1: Ett.', 'P1: Två.', 'P2: Tre.', 'P1: Fyra.']);
});

test('time stamps stay in the text when asked', async () => {
  const parsed = await readText(
    '[00:00:01] Anna: Hej.\n[00:00:05] Bo: Hej.\n[00:00:09] Anna: Ja.',
    { keepTimeStamps: true },
  );
  expect(parsed.turns[0]).toMatchObject({
    speaker: 'Anna',
    text: '[00:00:01] Hej.',
    startMs: null,
  });
});

const wrapped = `Moderator: Välkomna hit allihop, vi ska prata om hur det är att bo på landet
och vad som händer när bussen inte går längre än till kyrkan på vardagar och
aldrig på helger.
P1: Ja, det är ju så att man måste ha bil, och har man ingen bil så får man
fråga grannen, och grannen har också fullt upp med sitt.
P2: Så är det.
Moderator: Berätta mer om det, hur gör ni när ni ska till läkaren eller om det
är något annat som är bråttom?`;

test('lines wrapped at a width are joined when the whole file is, and left when asked', async () => {
  const parsed = await readText(wrapped);
  expect(parsed.turns[0]?.text).not.toContain('\n');
  expect(parsed.turns[0]?.text.endsWith('vardagar och aldrig på helger.')).toBe(true);
  expect(parsed.turns).toHaveLength(4);
  expect(codes(parsed.changes)).toEqual(['linesJoined']);
  const left = await readText(wrapped, { unwrapLines: false });
  expect(left.turns[0]?.text.split('\n')).toHaveLength(3);
});

test('paragraphs that happen to be of a length are not joined', async () => {
  const line = 'Det här är en mening av en helt vanlig längd som någon skrev på en rad.';
  const parsed = await readText(Array.from({ length: 12 }, () => line).join('\n'));
  expect(parsed.turns).toHaveLength(12);
});

test('page numbers go, and a sentence over a page is whole', async () => {
  const parsed = await readText(
    'Moderator: Hej.\nP1: Hej.\n1\nP2: Ja, det var så att vi\n2\nskulle gå hem.\nModerator: Jaha.\n3\nP1: Mm.',
  );
  expect(said(parsed)).toEqual([
    'Moderator: Hej.',
    'P1: Hej.',
    'P2: Ja, det var så att vi skulle gå hem.',
    'Moderator: Jaha.',
    'P1: Mm.',
  ]);
  expect(parsed.changes).toEqual([
    { code: 'pageNumberDropped', params: {}, count: 3, lines: [3, 5, 8] },
  ]);
});

test('a single number on a line is an answer, not a page', async () => {
  const parsed = await readText('I: Hur många?\nIP: Låt mig se.\n3\nI: Tack.\nIP: Ja.');
  expect(said(parsed)[1]).toBe('IP: Låt mig se.\n3');
});

test('times that jump back are told with their lines', async () => {
  const parsed = await readText(
    '[00:10:00] A: Ett.\n[00:20:00] B: Två.\n[00:00:03] A: Tre.\n[00:00:09] B: Fyra.',
  );
  expect(parsed.warnings).toEqual([
    { code: 'timesRunBackwards', params: {}, count: 1, lines: [3] },
  ]);
});

test('a label with nothing after it is told and left out', async () => {
  const parsed = await readText('P1: Hej.\nP2: Hej.\nP1:\nP2: Jaha.\nP1: Ja.');
  expect(said(parsed)).toEqual(['P1: Hej.', 'P2: Hej.', 'P2: Jaha.', 'P1: Ja.']);
  expect(codes(parsed.warnings)).toContain('emptyTurn');
});

test('the name of the transcribing program is not said by the last speaker', async () => {
  const parsed = await readText(
    'Anna Ek  0:01\nHej.\n\nBo Alm  0:05\nHej då.\n\nTranscribed by https://otter.ai',
  );
  expect(parsed.turns.at(-1)?.text).toBe('Hej då.');
  expect(codes(parsed.changes)).toContain('signatureDropped');
});

test('a long text in one paragraph is said to be one', async () => {
  const parsed = await readText('hej på dig du gamla du fria '.repeat(100));
  expect(parsed.turns).toHaveLength(1);
  expect(codes(parsed.warnings)).toEqual(['noSpeakers', 'oneParagraph']);
});
