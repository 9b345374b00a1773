import { describe, expect, test } from 'vitest';

import type { ImportChoices } from '../../../shared/domain/importedTranscript.ts';
import { speechShapes } from '../../fixtures/import/speechShapes.ts';
import { codes, readText, refusal, said, speakers } from '../../support/importing.ts';
import { processorClock } from '../../support/processorTime.ts';

const json = (value: unknown, choices: ImportChoices = {}, name = 'samtal.json') =>
  readText(JSON.stringify(value), choices, name);

test.each(Object.entries(speechShapes))('%s', async (_, [value, wanted]) => {
  const parsed = await json(value);
  expect(parsed.format).toBe('speechJson');
  expect(said(parsed)).toEqual(wanted);
  expect(parsed.turns.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [1000, 2500],
    [6000, 8250],
  ]);
});

test('JSON Lines: an object on each line, whose number comes along', async () => {
  const lines = [
    { start: 1, end: 2, text: 'Ja.', speaker: 'A' },
    { start: 3, end: 4, text: 'Nej.', speaker: 'B' },
  ];
  const text = `\n${lines.map((line) => JSON.stringify(line)).join('\n\n')}\n`;
  const parsed = await readText(text, {}, 'samtal.jsonl');
  expect(parsed.turns).toEqual([
    { speaker: 'A', startMs: 1000, endMs: 2000, text: 'Ja.', line: 2 },
    { speaker: 'B', startMs: 3000, endMs: 4000, text: 'Nej.', line: 4 },
  ]);
});

test('JSON Lines that are cut off in the last line are refused with the line', async () => {
  const problem = await refusal(
    readText('{"start":1,"text":"Ja."}\n{"start":2,"text":"Ne', {}, 'samtal.jsonl'),
  );
  expect(problem).toMatchObject({
    code: 'import.jsonCutOff',
    where: 'line 2, character 22',
  });
});

test('who is not named goes on with the speaker before, and that is told', async () => {
  const parsed = await json({
    segments: [
      { start: 0, end: 1, text: 'Hej.' },
      { start: 1, end: 2, text: 'Ja.', speaker: 'A' },
      { start: 2, end: 3, text: 'Och?', speaker: null },
      { start: 3, end: 4, text: 'Nej.', speaker: '' },
    ],
  });
  expect(said(parsed)).toEqual(['Hej.', 'A: Ja. Och? Nej.']);
  expect(parsed.changes).toContainEqual({
    code: 'speakerGoesOn',
    params: {},
    count: 2,
    lines: [],
  });
});

test('the same words three times in a row are told once: recognisers make things up in silence', async () => {
  const segment = (at: number, text: string) => ({ start: at, end: at + 1, text });
  const repeated = ['Hej.', "I'm sorry.", "I'm sorry.", "I'm sorry.", "I'm sorry."];
  const parsed = await json({ segments: repeated.map((text, at) => segment(at, text)) });
  expect(parsed.warnings).toContainEqual({
    code: 'cuesRepeated',
    params: { text: "I'm sorry." },
    count: 1,
    lines: [],
  });
  const twice = await json({ segments: [segment(0, 'Ja.'), segment(1, 'Ja.')] });
  expect(codes(twice.warnings)).not.toContain('cuesRepeated');
});

test('words are words: what looks like a tag, an entity or a label is left as it is', async () => {
  const parsed = await json({
    segments: [
      { start: 0, end: 1, text: ' 3 < 5 & <i>det</i> &amp; så', speaker: 'A' },
      { start: 1, end: 2, text: ' Fråga: varför? ', speaker: 'B' },
      { start: 2, end: 3, text: '- Ja, just det.', speaker: 'A' },
    ],
  });
  expect(said(parsed)).toEqual([
    'A: 3 < 5 & <i>det</i> &amp; så',
    'B: Fråga: varför?',
    'A: - Ja, just det.',
  ]);
});

test('a word that whisper.cpp has cut in two is whole again', async () => {
  const part = (text: string, from: number) => ({
    text,
    offsets: { from, to: from + 500 },
  });
  const parsed = await json({
    transcription: [
      part(' Väl', 0),
      part('komna', 500),
      part(' hit', 1000),
      part('.', 1500),
    ],
  });
  expect(said(parsed)).toEqual(['Välkomna hit.']);
  expect(parsed.turns[0]).toMatchObject({ startMs: 0, endMs: 2000 });
});

test('every segment is a turn when asked', async () => {
  const segments = ['Ett.', 'Två.'].map((text, at) => ({
    start: at,
    text,
    speaker: 'A',
  }));
  const parsed = await json({ segments }, { joinSameSpeaker: false });
  expect(said(parsed)).toEqual(['A: Ett.', 'A: Två.']);
});

test('letters written as escapes, and numbers that are none (Python writes NaN), are read', async () => {
  const text =
    '{"segments": [{"start": 0, "end": 1, "text": "\\u00c5sa sa \\"NaN\\" och a\\u030a", "avg_logprob": NaN, "no_speech_prob": -Infinity}]}';
  expect(said(await readText(text, {}, 'samtal.json'))).toEqual(['Åsa sa "NaN" och å']);
});

test('it is known by what is in it, whatever it is called', async () => {
  const parsed = await json({ segments: [{ start: 0, text: 'Hej.' }] }, {}, 'samtal.vtt');
  expect(parsed.format).toBe('speechJson');
  expect(parsed.warnings).toContainEqual({
    code: 'otherFormat',
    params: { extension: '.vtt', format: 'JSON' },
    count: 1,
    lines: [],
  });
});

describe('what cannot be read is refused with the place', () => {
  test('cut off', async () => {
    const text = '{\n "segments": [\n  {"start": 0, "text": "Hej och väl';
    const problem = await refusal(readText(text, {}, 'samtal.json'));
    expect(problem).toMatchObject({
      code: 'import.jsonCutOff',
      file: 'samtal.json',
      where: 'line 3, character 36',
    });
    expect(problem.sentence).toBe(
      'samtal.json är avklippt: den tar slut på rad 3, tecken 36. Hämta eller exportera filen på nytt. Sist i filen står: ": [ {"start": 0, "text": "Hej och väl',
    );
  });

  test('cut off between two values', async () => {
    const problem = await refusal(readText('{"segments": [', {}, 'samtal.json'));
    expect(problem).toMatchObject({
      code: 'import.jsonCutOff',
      where: 'line 1, character 15',
    });
  });

  test('broken in the middle', async () => {
    const problem = await refusal(
      readText('{"segments": [\n{"start": 0 "text": "Hej"}]}', {}, 'samtal.json'),
    );
    expect(problem).toMatchObject({
      code: 'import.jsonBroken',
      where: 'line 2, character 13',
      params: { text: '"text": "Hej"}]}' },
    });
  });

  test('an unknown shape, by its keys', async () => {
    const problem = await refusal(json({ name: 'x', version: 1, scripts: {} }));
    expect(problem.code).toBe('import.jsonUnknown');
    expect(problem.sentence).toContain('är: name, version, scripts.');
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_, at) => [`k${at}`, 1]),
    );
    const long = await refusal(json(many));
    expect(long.params['keys']).toBe(
      'k0, k1, k2, k3, k4, k5, k6, k7, k8, k9, k10, k11 …',
    );
    expect((await refusal(json(['a', 'b']))).params['keys']).toBe('–');
  });

  const wrong: readonly (readonly [unknown, string, string])[] = [
    [{ segments: 'hej' }, 'Whisper', 'segments'],
    [
      {
        segments: [
          { start: 0, text: 'a' },
          { start: 1, text: 5 },
        ],
      },
      'Whisper',
      'segments[1].text',
    ],
    [{ segments: [{ start: 'nu', text: 'a' }] }, 'Whisper', 'segments[0].start'],
    [
      { segments: [{ start: 0, text: 'a', speaker: [] }] },
      'Whisper',
      'segments[0].speaker',
    ],
    [{ transcription: {} }, 'whisper.cpp', 'transcription'],
    [
      { results: { transcripts: [], items: [{}] } },
      'Amazon Transcribe',
      'results.items[0].alternatives',
    ],
    [
      { results: { utterances: [{ transcript: {} }] } },
      'Deepgram',
      'results.utterances[0].transcript',
    ],
    [{ utterances: [{ text: 'a', start: '1' }] }, 'AssemblyAI', 'utterances[0].start'],
  ];
  test.each(wrong)('a value of the wrong type: %j', async (value, shape, place) => {
    const problem = await refusal(json(value));
    expect(problem).toMatchObject({
      code: 'import.jsonWrong',
      params: { shape, place },
      where: place,
    });
  });

  const silent: readonly unknown[] = [
    { segments: [] },
    { segments: [{ start: 0, end: 1, text: '  ' }] },
    { results: { transcripts: [{ transcript: '' }], items: [] } },
    { status: 'processing', utterances: null, text: null },
    { results: { channels: [] } },
    { transcription: [] },
  ];
  test.each(silent)('nothing said: %j', async (value) => {
    expect((await refusal(json(value))).code).toBe('import.jsonNothingSaid');
  });

  test('a hundred thousand lists inside one another', async () => {
    const text = `{"segments": ${'['.repeat(100_000)}`;
    expect((await refusal(readText(text, {}, 'samtal.json'))).code).toBe(
      'import.jsonDeep',
    );
  });
});

test('three hours of words keep every turn, and soon', async () => {
  const words = Array.from({ length: 30_000 }, (_, at) => ({
    start: at * 400,
    end: at * 400 + 300,
    text: at % 10 === 9 ? 'ja.' : 'ja',
    speaker: Math.floor(at / 100) % 2 === 0 ? 'A' : 'B',
  }));
  const worked = processorClock();
  const parsed = await json({ audio_duration: 12_000, words });
  expect(speakers(parsed)).toEqual({ A: 150, B: 150 });
  expect(worked()).toBeLessThan(4000);
});
