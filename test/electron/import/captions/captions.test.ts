import { expect, test } from 'vitest';

import type { ImportChoices } from '../../../../shared/domain/importedTranscript.ts';
import { codes, readText, refusal, said, speakers } from '../../../support/importing.ts';

const vtt = (body: string, choices: ImportChoices = {}) =>
  readText(`WEBVTT\n\n${body}`, choices, 'samtal.vtt');
const srt = (body: string, choices: ImportChoices = {}) =>
  readText(body, choices, 'samtal.srt');

function cue(start: string, end: string, text: string): string {
  return `${start} --> ${end}\n${text}\n\n`;
}

test('Teams 2021: voice tags with surname, first name and role; captions of one speaker joined by one space', async () => {
  const parsed = await vtt(
    cue('00:00:00.000', '00:00:02.000', '<v Öberg, Karin (Moderator)>Välkomna hit.</v>') +
      cue(
        '00:00:02.100',
        '00:00:03.000',
        '<v Öberg, Karin (Moderator)>Då börjar vi. </v>',
      ) +
      cue('00:00:02.900', '00:00:04.000', '<v Björk, Lars>Tack.</v>'),
  );
  expect(said(parsed)).toEqual([
    'Öberg, Karin (Moderator): Välkomna hit. Då börjar vi.',
    'Björk, Lars: Tack.',
  ]);
  expect(parsed.turns[0]).toMatchObject({ startMs: 0, endMs: 3000, line: 3 });
});

test('Teams 2022: fields without zeros, fractions that count milliseconds, a time below zero', async () => {
  const parsed = await vtt(
    cue('0:0:-6.-820', '0:0:2.0', '<v Karin>Hej.</v>') +
      cue('0:0:10.20', '0:0:11.5', '<v Lars>Hej hej.</v>'),
  );
  expect(parsed.turns.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [0, 2000],
    [10_020, 11_005],
  ]);
  expect(codes(parsed.warnings)).toEqual(['timeNegative']);
});

test('Teams Premium: parts of one utterance belong together over a pause, and wrapped lines are one line', async () => {
  const id = 'fbbdef90-042d-4d6b-86d5-8c9c38e7021c';
  const parsed = await vtt(
    `${id}/119-0\n${cue('00:00:01.000', '00:00:02.000', '<v Karin>Det var så att\nvi åkte</v>')}` +
      `${id}/119-1\n${cue('00:00:06.000', '00:00:07.000', '<v Karin>hem igen.</v>')}` +
      `${id}/120-0\n${cue('00:00:12.000', '00:00:13.000', '<v Karin>Sen sov vi.</v>')}`,
  );
  expect(said(parsed)).toEqual(['Karin: Det var så att vi åkte hem igen.\nSen sov vi.']);
});

test('Zoom: a name and a colon; a caption without a name goes on with the speaker before', async () => {
  const parsed = await vtt(
    `1\n${cue('00:00:01.000', '00:00:02.000', 'Karin Öberg: Jo, i tisdags: vi sågs 12:30.')}` +
      `2\n${cue('00:00:02.000', '00:00:03.000', 'Och sen gick vi.')}3\n${cue('00:00:03.000', '00:00:04.000', 'Lars Björk: Ja.')}` +
      `4\n${cue('00:00:04.000', '00:00:05.000', 'Karin Öberg: Precis.')}`,
  );
  expect(said(parsed)).toEqual([
    'Karin Öberg: Jo, i tisdags: vi sågs 12:30. Och sen gick vi.',
    'Lars Björk: Ja.',
    'Karin Öberg: Precis.',
  ]);
});

test('Whisper: hours left out, and paragraphs at pauses of more than two seconds', async () => {
  const parsed = await vtt(
    cue('00:00.000', '00:02.000', 'Hej.') +
      cue('00:04.000', '00:05.000', 'Efter precis två sekunder.') +
      cue('00:07.001', '00:09.000', 'Efter lite mer.') +
      cue('01:00:10.500', '01:00:11.000', 'Efter en timme.'),
  );
  expect(parsed.turns.map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([
    ['Hej. Efter precis två sekunder.', 0, 5000],
    ['Efter lite mer.', 7001, 9000],
    ['Efter en timme.', 3_610_500, 3_611_000],
  ]);
});

test('a recording without names or pauses is not one endless turn', async () => {
  const body = Array.from({ length: 200 }, (_, at) => {
    const clock = (s: number) =>
      `${String(Math.floor(s / 60)).padStart(2, '0')}:${String(s % 60).padStart(2, '0')}.000`;
    return cue(clock(at), clock(at + 1), 'Här är en mening med några ord.');
  });
  const parsed = await vtt(body.join(''));
  expect(parsed.turns.length).toBeGreaterThan(5);
  expect(parsed.turns.every(({ text }) => text.split(' ').length < 200)).toBe(true);
});

test('WhisperX: speakers in brackets', async () => {
  const parsed = await srt(
    `1\n${cue('00:00:01,000', '00:00:02,000', '[SPEAKER_00]: Hej.')}2\n${cue('00:00:02,000', '00:00:03,000', '[SPEAKER_01]: Hej hej.')}` +
      `3\n${cue('00:00:03,000', '00:00:04,000', '[SPEAKER_00]: Ja.')}`,
  );
  expect(said(parsed)).toEqual([
    'SPEAKER_00: Hej.',
    'SPEAKER_01: Hej hej.',
    'SPEAKER_00: Ja.',
  ]);
});

test('noScribe: a title, settings in a note, voices never closed, overlaps and pauses kept, an end before its start', async () => {
  const parsed = await readText(
    `WEBVTT Intervju 1\n\nNOTE\nTranscribed with noScribe\n\n${cue('00:00:01.000', '00:00:03.000', '<v S01>Hej på dig //S02: ja//')}` +
      `${cue('00:00:03.000', '00:00:02.500', '<v S02>(12 seconds pause)')}${cue('00:00:16.000', '00:00:17.000', '<v S02>Jo.')}`,
    {},
    'intervju.vtt',
  );
  expect(said(parsed)).toEqual([
    'S01: Hej på dig //S02: ja//',
    'S02: (12 seconds pause)\nJo.',
  ]);
  expect(codes(parsed.warnings)).toEqual(['timeEndsBeforeStart']);
});

test('YouTube: each line is there once', async () => {
  const parsed = await readText(
    `WEBVTT\nKind: captions\nLanguage: sv\n\n${cue('00:00:00.160', '00:00:02.389', ' \nhej<00:00:00.480><c> och</c><00:00:00.560><c> välkomna</c>')}` +
      `${cue('00:00:02.389', '00:00:02.399', 'hej och välkomna\n ')}${cue('00:00:02.399', '00:00:04.550', 'hej och välkomna\ntill<00:00:02.560><c> den</c>')}` +
      `${cue('00:00:04.550', '00:00:04.560', 'till den\n ')}${cue('00:00:04.560', '00:00:06.000', 'till den\nhär<00:00:05.000><c> filmen</c>')}`,
    {},
    'film.vtt',
  );
  expect(said(parsed)).toEqual(['hej och välkomna till den här filmen']);
  expect(codes(parsed.changes)).toContain('rollingLinesDropped');
});

test('two people in one caption: dashes, voices, names', async () => {
  expect(
    said(await vtt(cue('00:01.000', '00:04.000', '- Ska vi börja?\n- Ja, gärna.'))),
  ).toEqual(['Ska vi börja?', 'Ja, gärna.']);
  expect(
    said(await vtt(cue('00:01.000', '00:04.000', '<v Karin>Bra.</v>\n<v Lars>Mm.</v>'))),
  ).toEqual(['Karin: Bra.', 'Lars: Mm.']);
  const names =
    cue('00:01.000', '00:04.000', 'Karin: Bra.\nLars: Mm.') +
    cue('00:04.000', '00:05.000', 'Karin: Ja.\nLars: Nej.');
  expect(said(await vtt(names))).toEqual([
    'Karin: Bra.',
    'Lars: Mm.',
    'Karin: Ja.',
    'Lars: Nej.',
  ]);
});

test('tags go, words and comparison signs stay, character references are read once', async () => {
  const parsed = await vtt(
    cue(
      '00:01.000',
      '00:02.000',
      '<i>Hej</i> <b.loud>på</b> <lang sv>dig</lang> &amp;amp; &lt;3 3 < 5 &nbsp;ja <skratt> &#229;<00:00:01.500>',
    ),
  );
  expect(said(parsed)).toEqual(['Hej på dig &amp; <3 3 < 5 \u00A0ja <skratt> å']);
});

test('SRT: counters missing, dots for commas, an empty line in a caption, tags and positions', async () => {
  const parsed = await srt(
    '00:00:01.5 --> 00:00:04,000 X1:40 X2:600 Y1:20 Y2:50\nFörsta raden\n\nandra raden\n\n7\n00:00:04,0 --> 00:00:06,25\n{\\an8}<font color="#fff">Hej</font>\n',
  );
  expect(parsed.turns).toEqual([
    {
      speaker: null,
      startMs: 1500,
      endMs: 6250,
      text: 'Första raden andra raden Hej',
      line: 1,
    },
  ]);
});

test('every caption is a turn when asked', async () => {
  const body =
    cue('00:01.000', '00:02.000', '<v Karin>Ett.') +
    cue('00:02.000', '00:03.000', '<v Karin>Två.');
  expect(said(await vtt(body, { joinSameSpeaker: false }))).toEqual([
    'Karin: Ett.',
    'Karin: Två.',
  ]);
});

test('a time that cannot be read is told with its line, and its words are kept', async () => {
  const parsed = await srt(
    `1\n${cue('00:00:01,000', '00:00:02,000', 'Hej.')}2\n${cue('00:00:1x,000', '00:00:05,000', 'Kvar.')}`,
  );
  expect(said(parsed)).toEqual(['Hej. Kvar.']);
  expect(parsed.warnings[0]).toEqual({
    code: 'timeGarbled',
    params: { text: '00:00:1x,000 --> 00:00:05,000' },
    count: 1,
    lines: [6],
  });
});

test('when no time can be read the file is refused with the line and its words', async () => {
  const problem = await refusal(srt('1\n00:00:0A,000 -> 00:00:02,000\nHej\n'));
  expect(problem).toMatchObject({
    code: 'import.captionTimes',
    file: 'samtal.srt',
    where: 'line 2',
  });
  expect(problem.sentence).toBe(
    'Tiderna i samtal.srt går inte att läsa. Rad 2: 00:00:0A,000 -> 00:00:02,000',
  );
});

test('without captions the file is refused with what to do', async () => {
  for (const body of [
    'WEBVTT\n\nNOTE inget\n',
    'Moderator: Hej',
    '1\n00:00:00,500 --> 00:00:07,000\n\n',
  ]) {
    expect((await refusal(readText(body, {}, 'tom.vtt'))).code).toBe('import.noCaptions');
  }
});

test('commas in WebVTT and a missing first line are told and read', async () => {
  const parsed = await readText('00:00:01,000 --> 00:00:02,000\nHej\n', {}, 'samtal.vtt');
  expect(said(parsed)).toEqual(['Hej']);
  expect(codes(parsed.warnings)).toEqual(['vttNoSignature', 'vttCommas', 'noSpeakers']);
});

test('captions under another name are found by what is in them', async () => {
  const parsed = await readText(
    'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Karin>Hej',
    {},
    'samtal.txt',
  );
  expect(parsed.format).toBe('webvtt');
  expect(parsed.warnings).toContainEqual({
    code: 'otherFormat',
    params: { extension: '.txt', format: 'WebVTT' },
    count: 1,
    lines: [],
  });
  expect(
    (await readText('1\n00:00:01,000 --> 00:00:02,000\nHej', {}, 'samtal.txt')).format,
  ).toBe('srt');
});

test('the same words over and over are told: recognisers make things up in silence', async () => {
  const body = Array.from({ length: 4 }, (_, at) =>
    cue(`00:0${at}.000`, `00:0${at + 1}.000`, 'Tack för att ni tittade.'),
  );
  expect(codes((await vtt(body.join(''))).warnings)).toContain('cuesRepeated');
});

test('a long recording with names keeps every turn', async () => {
  const body = Array.from({ length: 3000 }, (_, at) => {
    const clock = `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}.000`;
    return cue(clock, clock, `<v P${(at % 4) + 1}>Ja.</v>`);
  });
  expect(speakers(await vtt(body.join('')))).toEqual({
    P1: 750,
    P2: 750,
    P3: 750,
    P4: 750,
  });
});
