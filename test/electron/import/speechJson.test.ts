import { describe, expect, test } from 'vitest';

import type { ImportChoices } from '../../../shared/domain/importedTranscript.ts';
import { codes, readText, refusal, said, speakers } from '../../support/importing.ts';

const json = (value: unknown, choices: ImportChoices = {}, name = 'samtal.json') =>
  readText(JSON.stringify(value), choices, name);

const word = (text: string, start: number, end: number) => ({ word: text, start, end });

/** One short conversation as each recogniser writes it: Ja. | Och nej, tack. */
const shapes: Readonly<Record<string, readonly [unknown, readonly string[]]>> = {
  'Whisper, with a language and tokens': [
    {
      text: ' Ja. Och nej, tack.',
      language: 'sv',
      segments: [
        {
          id: 0,
          seek: 0,
          start: 1,
          end: 2.5,
          text: ' Ja.',
          tokens: [1],
          avg_logprob: -0.2,
        },
        { id: 1, seek: 0, start: 6, end: 8.25, text: ' Och nej, tack.', tokens: [2] },
      ],
    },
    ['Ja.', 'Och nej, tack.'],
  ],
  'WhisperX, one segment without speaker, one word without times': [
    {
      segments: [
        {
          start: 1,
          end: 2.5,
          text: 'Ja.',
          speaker: 'SPEAKER_00',
          words: [word('Ja.', 1, 2.5)],
        },
        {
          start: 6,
          end: 7,
          text: 'Och nej,',
          speaker: 'SPEAKER_01',
          words: [{ word: 'Och' }],
        },
        { start: 7, end: 8.25, text: 'tack.' },
      ],
      word_segments: [word('Ja.', 1, 2.5)],
    },
    ['SPEAKER_00: Ja.', 'SPEAKER_01: Och nej, tack.'],
  ],
  'a segment whose words alone have a speaker': [
    {
      segments: [
        { start: 1, end: 2.5, text: 'Ja.', speaker: 'A' },
        {
          start: 6,
          end: 8.25,
          text: 'Och nej, tack.',
          words: [
            { ...word('Och', 6, 7), speaker: 'B' },
            { ...word('nej,', 7, 7.5), speaker: 'B' },
            { ...word('tack.', 7.5, 8.25), speaker: 'A' },
          ],
        },
      ],
    },
    ['A: Ja.', 'B: Och nej, tack.'],
  ],
  'OpenAI verbose_json': [
    {
      task: 'transcribe',
      language: 'swedish',
      duration: 9.1,
      text: 'Ja. Och nej, tack.',
      segments: [
        { id: 0, start: 1, end: 2.5, text: ' Ja.' },
        { id: 1, start: 6, end: 8.25, text: ' Och nej, tack.' },
      ],
    },
    ['Ja.', 'Och nej, tack.'],
  ],
  'OpenAI, words without segments: the text has the punctuation': [
    {
      text: 'Ja. Och nej, tack.',
      words: [
        word('Ja', 1, 2.5),
        word('Och', 6, 6.5),
        word('nej', 6.5, 7),
        word('tack', 7, 8.25),
      ],
    },
    ['Ja.', 'Och nej, tack.'],
  ],
  'whisper.cpp': [
    {
      systeminfo: 'AVX',
      transcription: [
        {
          timestamps: { from: '00:00:01,000', to: '00:00:02,500' },
          offsets: { from: 1000, to: 2500 },
          text: ' Ja.',
        },
        {
          timestamps: { from: '00:00:06,000', to: '00:00:08,250' },
          text: ' Och nej, tack.',
        },
      ],
    },
    ['Ja.', 'Och nej, tack.'],
  ],
  'Amazon Transcribe': [
    {
      jobName: 'x',
      results: {
        transcripts: [{ transcript: 'Ja. Och nej, tack.' }],
        speaker_labels: {
          segments: [
            { start_time: '0.5', end_time: '0.9', speaker_label: '', items: [] },
            {
              start_time: '1.0',
              speaker_label: 'spk_0',
              items: [{ start_time: '1.0', speaker_label: 'spk_0' }],
            },
            {
              start_time: '6.0',
              speaker_label: 'spk_1',
              items: ['6.0', '6.5', '7.0'].map((start_time) => ({ start_time })),
            },
          ],
        },
        items: [
          {
            start_time: '1.0',
            end_time: '2.5',
            type: 'pronunciation',
            alternatives: [{ content: 'Ja' }],
          },
          { type: 'punctuation', alternatives: [{ content: '.', confidence: null }] },
          {
            start_time: '6.0',
            end_time: '6.5',
            type: 'pronunciation',
            alternatives: [{ content: 'Och' }],
          },
          {
            start_time: '6.5',
            end_time: '7.0',
            type: 'pronunciation',
            alternatives: [{ content: 'nej' }],
          },
          { type: 'punctuation', alternatives: [{ content: ',' }] },
          {
            start_time: '7.0',
            end_time: '8.25',
            type: 'pronunciation',
            alternatives: [{ content: 'tack' }],
          },
          { type: 'punctuation', alternatives: [{ content: '.' }] },
        ],
      },
    },
    ['spk_0: Ja.', 'spk_1: Och nej, tack.'],
  ],
  'BBC Kaldi': [
    {
      action: 'audio-transcribe',
      retval: {
        punct: 'Ja. Och nej, tack.',
        words: [
          { ...word('ja', 1, 2.5), punct: 'Ja.' },
          { ...word('och', 6, 6.5), punct: 'Och' },
          { ...word('nej', 6.5, 7), punct: 'nej,' },
          { ...word('tack', 7, 8.25), punct: 'tack.' },
        ],
        segmentation: {
          segments: [
            { start: 0.9, duration: 2, speaker: { '@id': 'S0', gender: 'F' } },
            { start: 5.9, duration: 3, speaker: { '@id': 'S1', gender: 'M' } },
          ],
        },
      },
    },
    ['S0: Ja.', 'S1: Och nej, tack.'],
  ],
  autoEdit: [
    {
      title: 'x',
      text: [
        {
          id: 0,
          speaker: 'Karin',
          paragraph: [{ line: [{ text: 'Ja.', startTime: 1, endTime: 2.5 }] }],
        },
        {
          id: 1,
          speaker: 'Lars',
          paragraph: [
            {
              line: [
                { text: 'Och', startTime: 6, endTime: 6.5 },
                { text: 'nej,', startTime: 6.5, endTime: 7 },
              ],
            },
            { line: [{ text: 'tack.', startTime: 7, endTime: 8.25 }] },
          ],
        },
      ],
    },
    ['Karin: Ja.', 'Lars: Och nej, tack.'],
  ],
  'Speechmatics, the first format': [
    {
      job: { lang: 'sv' },
      speakers: [
        { name: 'F1', time: '1.00', duration: '2.0' },
        { name: 'M2', time: '6.00', duration: '2.0' },
      ],
      words: [
        { name: 'Ja', time: '1.00', duration: '1.50' },
        { name: '.', time: '2.50', duration: '3.00' },
        { name: 'Och', time: '6.00', duration: '0.50' },
        { name: 'nej,', time: '6.50', duration: '0.50' },
        { name: 'tack', time: '7.00', duration: '1.25' },
        { name: '.', time: '8.25', duration: '0' },
      ],
    },
    ['F1: Ja.', 'M2: Och nej, tack.'],
  ],
  'Speechmatics, the second format': [
    {
      format: '2.9',
      results: [
        ['word', 'Ja', 1, 2.5, 'S1'],
        ['punctuation', '.', 2.5, 2.5, 'S1'],
        ['word', 'Och', 6, 6.5, 'S2'],
        ['word', 'nej', 6.5, 7, 'S2'],
        ['punctuation', ',', 7, 7, 'S2'],
        ['word', 'tack', 7, 8.25, 'S2'],
        ['punctuation', '.', 8.25, 8.25, 'S2'],
      ].map(([type, content, start_time, end_time, speaker]) => ({
        type,
        start_time,
        end_time,
        alternatives: [{ content, speaker }],
      })),
    },
    ['S1: Ja.', 'S2: Och nej, tack.'],
  ],
  'IBM Watson: no punctuation in it': [
    {
      result_index: 0,
      results: [
        {
          final: true,
          alternatives: [
            {
              transcript: 'ja och nej tack ',
              timestamps: [
                ['ja', 1, 2.5],
                ['och', 6, 6.5],
                ['nej', 6.5, 7],
                ['tack', 7, 8.25],
              ],
            },
          ],
        },
        { final: false, alternatives: [{ transcript: 'halv' }] },
      ],
      speaker_labels: [
        { from: 1, to: 2.5, speaker: 0 },
        { from: 6, to: 6.5, speaker: 1 },
        { from: 6.5, to: 7, speaker: 1 },
        { from: 7, to: 8.25, speaker: 1 },
      ],
    },
    ['Speaker 0: ja', 'Speaker 1: och nej tack'],
  ],
  'Google: the last result repeats all words, with speakers': [
    {
      response: {
        results: [
          {
            alternatives: [
              {
                transcript: 'Ja.',
                words: [{ startTime: '1s', endTime: '2.500s', word: 'Ja.' }],
              },
            ],
          },
          { alternatives: [{ transcript: ' Och nej, tack.' }] },
          {
            alternatives: [
              {
                words: [
                  { startTime: '1s', endTime: '2.500s', word: 'Ja.', speakerTag: 1 },
                  { startTime: '6s', endTime: '6.500s', word: 'Och', speakerTag: 2 },
                  {
                    startTime: { seconds: '6', nanos: 500_000_000 },
                    word: 'nej,',
                    speakerTag: 2,
                  },
                  { startTime: '7s', endTime: '8.250s', word: 'tack.', speakerTag: 2 },
                ],
              },
            ],
          },
        ],
      },
    },
    ['Speaker 1: Ja.', 'Speaker 2: Och nej, tack.'],
  ],
  'Deepgram utterances': [
    {
      metadata: {},
      results: {
        channels: [{ alternatives: [{ transcript: 'Ja. Och nej, tack.' }] }],
        utterances: [
          { start: 1, end: 2.5, transcript: 'Ja.', speaker: 0, channel: 0 },
          { start: 6, end: 8.25, transcript: 'Och nej, tack.', speaker: 1, channel: 0 },
        ],
      },
    },
    ['Speaker 0: Ja.', 'Speaker 1: Och nej, tack.'],
  ],
  'Deepgram words': [
    {
      results: {
        channels: [
          {
            alternatives: [
              {
                transcript: 'ja och nej tack',
                words: [
                  { ...word('ja', 1, 2.5), punctuated_word: 'Ja.', speaker: 0 },
                  { ...word('och', 6, 7), punctuated_word: 'Och', speaker: 1 },
                  { ...word('nej', 7, 7.5), punctuated_word: 'nej,', speaker: 1 },
                  { ...word('tack', 7.5, 8.25), punctuated_word: 'tack.', speaker: 1 },
                ],
              },
            ],
          },
        ],
      },
    },
    ['Speaker 0: Ja.', 'Speaker 1: Och nej, tack.'],
  ],
  'Deepgram, a channel each': [
    {
      results: {
        channels: [
          [['Ja.', 1, 2.5]] as const,
          [
            ['Och', 6, 7],
            ['nej, tack.', 7, 8.25],
          ] as const,
        ].map((heard) => ({
          alternatives: [
            { words: heard.map(([text, from, to]) => word(text, from, to)) },
          ],
        })),
      },
    },
    ['Channel 0: Ja.', 'Channel 1: Och nej, tack.'],
  ],
  'AssemblyAI: milliseconds': [
    {
      id: 'x',
      status: 'completed',
      text: 'Ja. Och nej, tack.',
      utterances: [
        { speaker: 'A', start: 1000, end: 2500, text: 'Ja.' },
        { speaker: 'B', start: 6000, end: 8250, text: 'Och nej, tack.' },
      ],
      words: [],
    },
    ['A: Ja.', 'B: Och nej, tack.'],
  ],
  Amberscript: [
    {
      id: 'x',
      speakers: [
        { spkid: 'spk1', name: 'Karin' },
        { spkid: 'spk2', name: 'Lars' },
      ],
      segments: [
        { speaker: 'spk1', words: [{ text: 'Ja.', start: 1, end: 2.5, pristine: true }] },
        {
          speaker: 'spk2',
          words: [
            { text: 'Och', start: 6, end: 6.5 },
            { text: 'nej,', start: 6.5, end: 7 },
            { text: 'tack.', start: 7, end: 8.25 },
          ],
        },
      ],
    },
    ['Karin: Ja.', 'Lars: Och nej, tack.'],
  ],
};

test.each(Object.entries(shapes))('%s', async (_, [value, wanted]) => {
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
  const start = performance.now();
  const parsed = await json({ audio_duration: 12_000, words });
  expect(speakers(parsed)).toEqual({ A: 150, B: 150 });
  expect(performance.now() - start).toBeLessThan(4000);
});
