import { describe, expect, test } from 'vitest';

import type { ImportChoices } from '../../../../shared/domain/importedTranscript.ts';
import { codes, readText, refusal, said } from '../../../support/importing.ts';

const people =
  '@Participants:\tMOD Karin_Öberg Investigator, P1 Participant,\n\tP2 Lars Participant, P3 Lars Participant\n';

function chat(...lines: readonly string[]): string {
  return `@UTF8\n@Begin\n@Languages:\tswe\n${people}${lines.join('\n')}\n@End\n`;
}

const read = (text: string, choices: ImportChoices = {}) =>
  readText(text, choices, 'samtal.cha');

test('names or else codes are speakers, lines go on after a tab, and one speaker’s lines are joined', async () => {
  const file = chat(
    '*MOD:\thur var det ?',
    '*P1:\tjo det var bra',
    '\toch roligt .',
    '*P1:\tmen dyrt .',
    '*P2:\tja .',
    '*P3:\tnej .',
    '*NY:\thej !',
  );
  const parsed = await read(file);
  expect(parsed.format).toBe('chat');
  expect(said(parsed)).toEqual([
    'Karin Öberg: hur var det?',
    'P1: jo det var bra och roligt. men dyrt.',
    'P2: ja.',
    'P3: nej.',
    'NY: hej!',
  ]);
  expect(parsed.turns.map(({ line }) => line)).toEqual([6, 7, 10, 11, 12]);
  expect(parsed.warnings).toEqual([]);
  const parts = await read(file, { joinSameSpeaker: false });
  expect(parts.turns).toHaveLength(6);
});

test('times stand between signs, with the name of the recording, or bare at the end of the line', async () => {
  const parsed = await read(
    chat(
      '*MOD:\thej . \u00150_1200\u0015',
      '*P1:\tja \u00151200_1500\u0015 nej . \u00151700_2000\u0015',
      '*P2:\tjo . \u0015%snd:"samtal_1"_2000_2500\u0015',
      '*P3:\tmm . 2500_2700',
      '*P1:\tdå så . •2700_3000•',
      '*MOD:\tår 2020_2021 var det . ',
    ),
  );
  expect(said(parsed)).toEqual([
    'Karin Öberg: hej.',
    'P1: ja nej.',
    'P2: jo.',
    'P3: mm.',
    'P1: då så.',
    'Karin Öberg: år 2020_2021 var det.',
  ]);
  expect(parsed.turns.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [0, 1200],
    [1200, 2000],
    [2000, 2500],
    [2500, 2700],
    [2700, 3000],
    [null, null],
  ]);
  expect(parsed.changes).toContainEqual(
    expect.objectContaining({ code: 'stampsRead', count: 5 }),
  );
});

describe('marks are made readable', () => {
  /** What stands on a main line, and what a person reads. */
  const lines: readonly (readonly [string, string])[] = [
    ['<jag vill> [//] jag måste gå .', 'jag vill jag måste gå.'],
    ['de <kom <ju> [>] hem> [<1] sent .', 'de kom ju hem sent.'],
    ['vi vänta (.) nej (1.5) jo (..) .', 'vi vänta (.) nej (1.5) jo (..).'],
    ['&-öh det &+va var &~tjoff så .', 'öh det va var tjoff så.'],
    ['ja &=skrattar_högt men &=imit:katt .', 'ja [skrattar högt] men [imit katt].'],
    ['&{l=ler hon kom &}l=ler .', '[ler …] hon kom [… ler].'],
    ['det var &*P1:just_det så .', 'det var [P1: just det] så.'],
    ['xxx sa hon [?] .', 'xxx sa hon [?].'],
    ['nej [x 3] .', 'nej [x 3].'],
    ['den [= hunden] bet [=! viskar] [% lågt] .', 'den [hunden] bet [viskar] [lågt].'],
    ['går [: gick] dit [* m] [+ gram] .', 'går dit.'],
    ['(för)stås kom(mer) han .', 'förstås kommer han.'],
    ['han 0är här .', 'han här.'],
    ['hello@s:eng hej@l .', 'hello hej.'],
    ['skriv till anna@exempel.se .', 'skriv till anna@exempel.se.'],
    ['och sen +...', 'och sen …'],
    ['och varför +..?', 'och varför …?'],
    ['men jag +/.', 'men jag –'],
    ['vad +//?', 'vad –?'],
    ['hon sa +"/.', 'hon sa:'],
    ['+" kom hit .', 'kom hit.'],
    ['+< [- eng] ++ okay .', 'okay.'],
    ['[!] Nya_Zeeland är fot+boll ⌈2 ja ⌉ .', 'Nya Zeeland är fotboll ja.'],
    ['Anna ‡ kom , nu .', 'Anna, kom, nu.'],
    ['EU:s FoU & annat (skratt) 12:30 R&D .', 'EU:s FoU & annat (skratt) 12:30 R&D.'],
  ];

  test.each(lines)('%s', async (line, wanted) => {
    expect(said(await read(chat(`*P1:\t${line}`)))).toEqual([`P1: ${wanted}`]);
  });

  test('and what was taken away is told, with the lines', async () => {
    const parsed = await read(
      chat('*P1:\t<jag> [/] jag [/] jag .', '*MOD:\t&=skratt .', '*P1:\tjaså .'),
    );
    expect(parsed.changes).toContainEqual({
      code: 'markupTaken',
      params: { marks: '[/]  <  >  &=skratt' },
      count: 5,
      lines: [6, 6, 6, 6, 7],
    });
  });
});

test('dependent tiers, headers and lines without words are left out and told', async () => {
  const parsed = await read(
    chat(
      '@Date:\t01-FEB-2026',
      '*P1:\thej .',
      '%com:\thon ler',
      '\tmot de andra',
      '@Comment:\tpaus',
      '*P2:\t0 .',
      '%com:\tnickar',
    ),
  );
  expect(said(parsed)).toEqual(['P1: hej.']);
  expect(parsed.changes).toMatchObject([
    { code: 'markupTaken', count: 1 },
    { code: 'emptySpeech', count: 1 },
    { code: 'headerDropped', params: { text: 'swe · 01-FEB-2026' }, lines: [3, 6] },
    { code: 'tierLeftOut', params: { label: '@Comment' }, count: 1 },
    { code: 'tierLeftOut', params: { label: '%com' }, count: 2 },
  ]);
});

test('a speaker is left out when the person says that it is nobody', async () => {
  const file = chat('*MOD:\thej .', '*P1:\tja .');
  for (const label of ['MOD', 'Karin Öberg']) {
    const parsed = await read(file, { notSpeakers: [label] });
    expect(said(parsed)).toEqual(['P1: ja.']);
    expect(codes(parsed.changes)).toContain('tierLeftOut');
  }
});

test('a file without its last line may be cut off, and one without its first is known by its name', async () => {
  const whole = chat('*MOD:\thej .', '*P1:\tja .');
  expect(codes((await read(whole.replace('@End\n', ''))).warnings)).toEqual([
    'noEndLine',
  ]);
  expect((await read('*P1:\thej .\n@End\n')).format).toBe('chat');
});

test('a file in which nobody speaks is refused', async () => {
  for (const text of [chat(), chat('*P1:\t0 .'), chat('%com:\thej')]) {
    const problem = await refusal(read(text));
    expect(problem).toMatchObject({ code: 'import.nothingSaid', file: 'samtal.cha' });
    expect(problem.sentence).toContain('CHAT');
  }
});
