import { describe, expect, test } from 'vitest';

import { codes, readText, said, speakers } from '../../../support/importing.ts';

const starts = (parsed: Awaited<ReturnType<typeof readText>>) =>
  parsed.turns.map(({ startMs }) => (startMs === null ? null : startMs / 1000));

describe('The chat that Zoom saves', () => {
  test('has the words below the sender, and a clock that is no place in a recording', async () => {
    const parsed = await readText(
      '10:02:14\t From Anna Ek to Everyone:\n\tHej allihop!\n10:03:01\t From Bo Alm to Everyone:\n\tHej, ljudet hackar\n\tmen det går\n10:05:40\t From Anna Ek to Bo Alm(Direct Message):\n\tGå ut och in igen\n10:06:02\t From Bo Alm to Everyone:\n\tNu: bättre\n',
    );
    expect(said(parsed)).toEqual([
      'Anna Ek: Hej allihop!',
      'Bo Alm: Hej, ljudet hackar\nmen det går',
      'Anna Ek: Gå ut och in igen',
      'Bo Alm: Nu: bättre',
    ]);
    expect(starts(parsed)).toEqual([null, null, null, null]);
    expect(parsed.warnings).toEqual([
      { code: 'chatPrivate', params: {}, count: 1, lines: [6] },
      { code: 'timesOfDay', params: { time: '10:02:14' }, count: 4, lines: [] },
    ]);
  });

  test('or on the same line, in English and Swedish, with times of the recording', async () => {
    const parsed = await readText(
      '00:12:14\t From  Anna Ek : Hej!\n00:13:01\t From  Bo Alm  to  Everyone : Se https://exempel.se: där\n00:13:40 Från Anna Ek till Alla: Tack\n',
    );
    expect(said(parsed)).toEqual([
      'Anna Ek: Hej!',
      'Bo Alm: Se https://exempel.se: där',
      'Anna Ek: Tack',
    ]);
    expect(starts(parsed)).toEqual([734, 781, 820]);
  });
});

test('captions that Zoom saves with the time of day keep their speakers and lose the clock, which is told', async () => {
  const parsed = await readText(
    '[Anna Ek] 13:02:14\nVälkomna hit.\n\n[Bo Alm] 13:02:20\nTack.\n\n[Anna Ek] 13:02:25\nDå kör vi.\n',
  );
  expect(said(parsed)).toEqual([
    'Anna Ek: Välkomna hit.',
    'Bo Alm: Tack.',
    'Anna Ek: Då kör vi.',
  ]);
  expect(starts(parsed)).toEqual([null, null, null]);
  expect(parsed.warnings.map(({ code, params }) => [code, params])).toEqual([
    ['timesOfDay', { time: '13:02:14' }],
  ]);
  expect(codes(parsed.changes)).not.toContain('stampsRead');
});

describe('Teams copied from a web browser', () => {
  test('says each time twice, once as it is read aloud', async () => {
    const parsed = await readText(
      'Eva Lindberg\n0 minutes 3 seconds\n0:03\nEva Lindberg 0 minutes 3 seconds\nDå är vi i gång.\nDeltagare 2\n0 minutes 8 seconds\n0:08\nDeltagare 2 0 minutes 8 seconds\nHör ni mig?\nDeltagare 2 0 minutes 12 seconds\nÄr det någon där?\nEva Lindberg\n1 hour 3 minutes 15 seconds\n1:03:15\nEva Lindberg 1 hour 3 minutes 15 seconds\nJa, efter 3 minuter.\n',
    );
    expect(said(parsed)).toEqual([
      'Eva Lindberg: Då är vi i gång.',
      'Deltagare 2: Hör ni mig?\nÄr det någon där?',
      'Eva Lindberg: Ja, efter 3 minuter.',
    ]);
    expect(starts(parsed)).toEqual([3, 8, 3795]);
  });

  test('is not what people say of minutes', async () => {
    const talk = 'P1: 5 minuter\nP2: 10 minuter\nP1: 3 minuter\nP2: Anna 7 minuter\n';
    expect(said(await readText(talk))).toEqual(talk.trim().split('\n'));
  });

  test('has the meeting, its date and its length above the talk', async () => {
    const parsed = await readText(
      'Fokusgrupp 3-20240312_130204-Meeting Recording\nMarch 12, 2024, 12:02PM\n1h 2m 15s\n\nEva Ek (Region) started transcription\n\nEva Ek (Region)\n0:03\nDå är vi i gång.\nJohan Ek (Gäst)\n0:08\nHej, hör ni?\nEva Ek (Region)\n0:10\nJa.\n',
    );
    expect(said(parsed)).toEqual([
      'Eva Ek (Region): Då är vi i gång.',
      'Johan Ek (Gäst): Hej, hör ni?',
      'Eva Ek (Region): Ja.',
    ]);
    expect(parsed.changes.find(({ code }) => code === 'headerDropped')).toMatchObject({
      count: 3,
    });
  });
});

test('Google Meet writes who was there above the talk and when it ended below it', async () => {
  const parsed = await readText(
    'Mar 12, 2024\n\nFokusgrupp 2 - Transcript\n\nAttendees\n\nEva Lindberg, Johan Ek\n\nTranscript\n\n00:00:00\n\nEva Lindberg: Hej och välkomna.\nJohan Ek: Tack.\nEva Lindberg: Då börjar vi.\n\n00:05:00\n\nJohan Ek: Det är viktigt.\n\nMeeting ended after 00:10:12 👋\n\nThis editable transcript was computer generated and might contain errors. People can also change the text after it was created.\n',
  );
  expect(said(parsed)).toEqual([
    'Eva Lindberg: Hej och välkomna.',
    'Johan Ek: Tack.',
    'Eva Lindberg: Då börjar vi.',
    'Johan Ek: Det är viktigt.',
  ]);
  expect(starts(parsed)).toEqual([0, null, null, 300]);
  expect(codes(parsed.changes)).toEqual([
    'signatureDropped',
    'signatureDropped',
    'headerDropped',
    'stampsRead',
  ]);
});

describe('The block above a talk', () => {
  test('may say who is who and what the signs mean', async () => {
    const parsed = await readText(
      'Intervju med sjuksköterska\nIntervjuare: Karin (I)\nRespondent: SSK1 (R)\n\nTranskriptionsnyckel:\n(...) = paus\nVERSALER = betoning\n\nI: Hur länge har du jobbat här?\nR: Femton år.\nI: Jaha.\nR: Ja, ALLTID.\n',
    );
    expect(speakers(parsed)).toEqual({ I: 2, R: 2 });
    expect(parsed.changes[0]).toMatchObject({ code: 'headerDropped', count: 6 });
  });

  test('ends where somebody speaks, though it is said in few words', async () => {
    const short =
      'Datum: 2024-03-12\nAnna: Hej\nBo: Hej\nAnna: Nå\nBo: 12 mars 2024\n\nAnna: Jaha\n';
    expect(speakers(await readText(short))).toEqual({ Anna: 3, Bo: 2 });
    const title = 'Fokusgrupp 1\nModerator: Hej\nP1: Hej\n\nModerator: Nå\nP1: Ja\n';
    expect(speakers(await readText(title))).toEqual({ Moderator: 2, P1: 2 });
  });
});

test('what is said of a speaker in brackets may have commas and many words', async () => {
  const parsed = await readText(
    'Karin Lundström (moderator): Hej.\nDeltagare 1 (kvinna, 43 år): Hej.\nDeltagare 2 (man, 61 år): Hej.\nDeltagare 1 (kvinna, 43 år): Ja, jo.\nKarin Lundström (moderator): Tack.\n',
  );
  expect(Object.keys(speakers(parsed))).toEqual([
    'Karin Lundström (moderator)',
    'Deltagare 1 (kvinna, 43 år)',
    'Deltagare 2 (man, 61 år)',
  ]);
});

test('who is asked once and answers for pages is a speaker', async () => {
  const parsed = await readText(
    'Intervjuare: Berätta.\n\nBirgit: Jag föddes 1943.\n\nDet var krig.\n\nVi hade en ko: Rosa.\n\nSedan kom freden.\n\nOch skolan.\n\nDet var långt dit.\n\nMan gick.\n',
  );
  expect(speakers(parsed)).toEqual({ Intervjuare: 1, Birgit: 1 });
});

test('headings in the middle of a talk are nobody’s words, whatever they begin with', async () => {
  const parsed = await readText(
    '# Fokusgrupp 2\n\n## Tema: arbetsmiljö\n\n**M:** Hur är det?\n\n**P1:** Stökigt.\n\n## Tema: ledarskap\n\n**M:** Och cheferna?\n\n**P1:** Nja.\n',
    {},
    'grupp.md',
  );
  expect(said(parsed)).toEqual([
    'Tema: arbetsmiljö',
    'M: Hur är det?',
    'P1: Stökigt.',
    'Tema: ledarskap',
    'M: Och cheferna?',
    'P1: Nja.',
  ]);
});

test.each(['samtal.vtt', 'samtal.srt'])(
  'a talk by the name of %s is read as what it is, and the name is told',
  async (name) => {
    const parsed = await readText('M: Hej.\nP1: Hej.\nM: Ja.\n', {}, name);
    expect(speakers(parsed)).toEqual({ M: 2, P1: 1 });
    expect(codes(parsed.warnings)).toEqual(['otherFormat']);
  },
);

describe('A table of turns', () => {
  test('is read by the columns that say who and when, whatever the words are called; others are told', async () => {
    const parsed = await readText(
      'Nr\tTid\tTalare\tDet som sas då\tAnteckning\n1\t00:00:01\tM\tVälkomna!\tler\n2\t00:00:05\tIP1\tTack ska du ha.\t\n3\t00:00:09\tM\tDå så.\tpaus\n',
    );
    expect(said(parsed)).toEqual(['M: Välkomna!', 'IP1: Tack ska du ha.', 'M: Då så.']);
    expect(starts(parsed)).toEqual([1, 5, 9]);
    expect(parsed.warnings).toEqual([
      { code: 'columnLeftOut', params: { label: 'Anteckning' }, count: 2, lines: [2] },
    ]);
  });

  test('from Whisper counts milliseconds', async () => {
    const parsed = await readText(
      'start\tend\ttext\n0\t4000\tHej och välkomna.\n4000\t6500\tTack.\n',
      {},
      'samtal.tsv',
    );
    expect(parsed.turns.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [0, 4000],
      [4000, 6500],
    ]);
  });
});

test('a time of day is what was answered, when nothing stands below it', async () => {
  const parsed = await readText('Anna: När?\nBo: 19:30\nAnna: Säkert?\nBo: Ja.\n');
  expect(said(parsed)).toEqual(['Anna: När?', 'Bo: 19:30', 'Anna: Säkert?', 'Bo: Ja.']);
});
