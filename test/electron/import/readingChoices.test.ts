import { expect, test } from 'vitest';

import { codes, readText, said, speakers } from '../../support/importing.ts';

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
