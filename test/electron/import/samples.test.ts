import { describe, expect, test } from 'vitest';

import { readTranscript } from '../../../electron/import/readTranscript.ts';
import type { ImportFormat } from '../../../shared/domain/importedTranscript.ts';
import { codes, hasSamples, sample, said, speakers } from '../../support/importing.ts';

interface Expected {
  readonly format: ImportFormat;
  readonly turns: number;
  readonly speakers: Readonly<Record<string, number>>;
  /** Start of the first turn, end of the last; where a file has only one of them, the other is null. */
  readonly times?: readonly [number | null, number | null];
  readonly first?: string;
  readonly last?: string;
  readonly warnings?: readonly string[];
  readonly encoding?: string;
}

const four = { Moderator: 3, P1: 2, P2: 2, P3: 2 };
const named = { 'Karin Öberg': 3, 'Lars Björk': 2, 'Noor Hassan': 2, 'Åsa Nyström': 2 };
const firstWords =
  'Välkomna till fokusgruppen. Vi ska prata om hur ni upplever samarbetet på arbetsplatsen.';
const lastWords = 'Det var sista frågan. Tack för att ni ville vara med!';
const nine = { turns: 9, first: firstWords, last: lastWords } as const;
const text = { ...nine, format: 'plainText' } as const;
const silent = { '–': 1 };

const expected: Readonly<Record<string, Expected>> = {
  'txt/enc_cp1252_crlf.txt': { ...text, speakers: four, encoding: 'windows-1252' },
  'txt/enc_cp850_dos.txt': {
    ...text,
    speakers: four,
    encoding: 'cp850',
    first: firstWords,
  },
  'txt/enc_macroman_cr.txt': { ...text, speakers: four, encoding: 'macintosh' },
  'txt/enc_special-spaces.txt': {
    ...text,
    speakers: four,
    encoding: 'utf-8',
    first:
      'Välkomna till fokusgruppen.\nVi ska prata om hur ni upplever samarbetet på arbets\u00ADplatsen.',
    last: 'Det var sista frågan.\nTack för\u00A0att ni ville vara med!',
  },
  'txt/enc_utf16be-bom.txt': { ...text, speakers: four, encoding: 'utf-16be' },
  'txt/enc_utf16le-bom.txt': { ...text, speakers: four, encoding: 'utf-16le' },
  'txt/enc_utf8-bom_crlf.txt': { ...text, speakers: four, encoding: 'utf-8' },
  'txt/sv_descript-like.md': {
    ...nine,
    format: 'markdown',
    speakers: named,
    times: [0, null],
  },
  'txt/sv_inqscribe.txt': { ...text, speakers: four, times: [0, null] },
  'txt/sv_label-own-line.txt': {
    ...text,
    speakers: { 'KARIN ÖBERG': 3, 'LARS BJÖRK': 2, 'NOOR HASSAN': 2, 'ÅSA NYSTRÖM': 2 },
  },
  'txt/sv_maxqda-focus-group.txt': { ...text, speakers: four, times: [0, null] },
  'txt/sv_moderator_multi-paragraph.txt': {
    ...text,
    speakers: four,
    last: `${lastWords}\n[Inspelningen avslutas]`,
  },
  'txt/sv_nvivo-tab.txt': { ...text, speakers: named, times: [0, 3_675_000] },
  'txt/sv_otter.txt': { ...text, speakers: named, times: [0, null] },
  'txt/sv_teams-copy-paste.txt': { ...text, speakers: named, times: [0, null] },
  'txt/sv_timecode-prefix_brackets.txt': { ...text, speakers: four, times: [0, null] },
  'txt/sv_zoom-chat-style-tab.txt': { ...text, speakers: named, times: [0, null] },
  'txt/nvivo-import-ready_from-teams.txt': {
    format: 'plainText',
    turns: 10,
    speakers: { 'Speaker, First (Student)': 5, 'Interviewer, First': 5 },
    times: [0, null],
    last: 'Oh, right.',
  },
  'vtt/mantas_vtt_with_html.vtt': {
    format: 'webvtt',
    turns: 1,
    speakers: silent,
    times: [0, 10_000],
    first: 'Sur les playground, ici à Montpellier',
    warnings: ['noSpeakers'],
  },
  'vtt/sv_dash-two-speakers-one-cue.vtt': {
    format: 'webvtt',
    turns: 4,
    speakers: { '–': 2, 'Karin Öberg': 1, 'Lars Björk': 1 },
    times: [1000, 7000],
    first: 'Ska vi börja?',
    last: 'Mm.',
  },
  // Nobody is named, so the paragraphs are the turns: pauses after 43.0 and 75.1 seconds.
  'vtt/sv_whisper_mm-ss.vtt': {
    format: 'webvtt',
    turns: 3,
    speakers: { '–': 3 },
    times: [0, 3_675_000],
    last: lastWords,
    warnings: ['noSpeakers'],
  },
  'vtt/sv_zoom_name-colon.vtt': {
    ...nine,
    format: 'webvtt',
    speakers: named,
    times: [0, 3_675_000],
  },
  'vtt/teams-2021_voice-tags.vtt': {
    format: 'webvtt',
    turns: 10,
    speakers: { 'Speaker, First (Student)': 5, 'Interviewer, First': 5 },
    times: [0, 37_800],
    first:
      'Lorem ipsum dolor sit amet, consectetur adipiscing elit. Proin hendrerit varius luctus. Ah.',
  },
  'vtt/teams-2024_new-format_guid-cues.vtt': {
    format: 'webvtt',
    turns: 1,
    speakers: silent,
    times: [3138, 11_403],
    first:
      "And more. I think that automatically starts transcription. Yes, it does. There we go. Yeah, that's working. OK. Is that going to?",
    warnings: ['noSpeakers'],
  },
  'vtt/teams-premium_voice-tags_multiline.vtt': {
    format: 'webvtt',
    turns: 10,
    speakers: { Charles: 5, Janaki: 5 },
    times: [6620, 477_080],
    first: "I'm 10123.\nHi I'm heading off. OK. Lovely. See you later.",
    last: 'Yeah.',
  },
  'vtt/webvtt-py_invalid_timeframe.vtt': {
    format: 'webvtt',
    turns: 2,
    speakers: { '–': 2 },
    times: [500, 30_280],
    first: 'Caption text #1 Caption text #2',
    warnings: ['timeGarbled', 'noSpeakers'],
  },
  'vtt/vttjs_cue-times__left-tab.vtt': {
    format: 'webvtt',
    turns: 1,
    speakers: silent,
    times: [25_000, 27_000],
    first: 'Payload',
  },
  'vtt/vttjs_cuetext__escape-characters__amp.vtt': {
    format: 'webvtt',
    turns: 1,
    speakers: silent,
    first: 'Some text & other stuff.',
  },
  'vtt/vttjs_cuetext__escape-characters__lrm.vtt': {
    format: 'webvtt',
    turns: 1,
    speakers: silent,
    first: 'This should be \u200E. Correct?',
  },
  'vtt/vttjs_cuetext__lang__no-end-gt.vtt': {
    format: 'webvtt',
    turns: 1,
    speakers: silent,
    first: "It's a blue apple tree!",
  },
  'vtt/vttjs_cuetext__lang__with-subclass.vtt': {
    format: 'webvtt',
    turns: 1,
    speakers: silent,
    first: 'Hee!',
  },
  'vtt/vttjs_cuetext__tag-format__start-tag-missing-gt.vtt': {
    format: 'webvtt',
    turns: 1,
    speakers: silent,
    first: "That's awesome!",
  },
  'vtt/vttjs_cuetext__languages__long_string_korean.vtt': {
    format: 'webvtt',
    turns: 1,
    speakers: silent,
    times: [11_000, 13_000],
    first: 'Payload',
  },
  'vtt/vttjs_cuetext__languages__long_string_junk_characters.vtt': {
    format: 'webvtt',
    turns: 1,
    speakers: silent,
    first: 'Payload',
    warnings: ['linesBeforeCues', 'noSpeakers'],
  },
  'vtt/vttjs_file-layout__bad-double-webvtt.vtt': {
    format: 'webvtt',
    turns: 1,
    speakers: silent,
    times: [1000, 2000],
    first: 'some text',
    warnings: ['vttNoSignature', 'noSpeakers'],
  },
  'vtt/wpt_wpt-file-parsing__header-space.vtt': {
    format: 'webvtt',
    turns: 1,
    speakers: silent,
    times: [0, 1000],
    first: 'text',
  },
  'srt/ascii.srt': {
    format: 'srt',
    turns: 1,
    speakers: silent,
    times: [27_000, 36_570],
    first: 'ascii oh look ascii everywhere',
  },
  'srt/basic.srt': {
    format: 'srt',
    turns: 2,
    speakers: { '–': 2 },
    times: [137_400, 3_742_500],
    first: "Senator, we're making our final approach into Coruscant.",
    last: 'Very good, Lieutenant.',
  },
  'srt/otter-ai_export_B2+80.srt': {
    format: 'srt',
    turns: 225,
    speakers: { Wangchuk: 104, Clare: 71, Jamyang: 24, Ives: 15, Wanchen: 6, Unknown: 5 },
    times: [106_260, 11_266_680],
    warnings: [],
  },
  'srt/sv_blank-line-inside-cue.srt': {
    format: 'srt',
    turns: 1,
    speakers: silent,
    times: [1000, 6000],
    first: 'Första raden andra raden Hej',
  },
  'srt/sv_bom_dots_no-index.srt': {
    format: 'srt',
    turns: 3,
    speakers: { '–': 3 },
    times: [0, 3_675_000],
    last: lastWords,
  },
  'srt/utf16.srt': {
    format: 'srt',
    turns: 1,
    speakers: silent,
    times: [0, 1000],
    encoding: 'utf-16le',
  },
  'srt/webvtt-py_missing_timeframe.srt': {
    format: 'srt',
    turns: 2,
    speakers: { '–': 2 },
    times: [500, 23_880],
    first: 'Caption text #1 Caption text #2',
    warnings: ['timeMissing', 'noSpeakers'],
  },
  'srt/webvtt-py_one_caption.srt': {
    format: 'srt',
    turns: 1,
    speakers: silent,
    times: [500, 7000],
    first: 'Caption text #1',
  },
  'docx/sv_bold-speaker.docx': { ...nine, format: 'word', speakers: named },
  'docx/sv_bold-speaker_split-runs.docx': { ...nine, format: 'word', speakers: named },
  'docx/sv_f4_timestamps.docx': {
    ...nine,
    format: 'word',
    speakers: { I: 3, B1: 2, B2: 2, B3: 2 },
    times: [null, 3_675_000],
  },
  'docx/sv_heading-per-speaker.docx': { ...nine, format: 'word', speakers: named },
  'docx/sv_table_time-speaker-text.docx': {
    ...nine,
    format: 'word',
    speakers: named,
    times: [0, null],
  },
  'docx/sv_maxqda-preprocessor.docx': {
    format: 'word',
    turns: 36,
    speakers: { '–': 36 },
    first: '#TEXT Moderator',
    last: '#ENDCODE',
  },
  'docx/mammoth_comments.docx': {
    format: 'word',
    turns: 1,
    speakers: silent,
    first: 'Ouch.',
    warnings: ['commentsLeftOut', 'noSpeakers'],
  },
  'docx/mammoth_footnotes.docx': {
    format: 'word',
    turns: 1,
    speakers: silent,
    first: 'Ouch [1: A tachyon walks into a bar.]. [2: Fin.]',
  },
  'docx/mammoth_strict-format.docx': {
    format: 'word',
    turns: 1,
    speakers: silent,
    first: 'Test',
  },
  'docx/mammoth_strikethrough.docx': {
    format: 'word',
    turns: 1,
    speakers: silent,
    first: "Today's Special: Salmon Sold out",
    warnings: ['labelNotTaken', 'noSpeakers'],
  },
  'docx/mammoth_tables.docx': {
    format: 'word',
    turns: 4,
    speakers: { '–': 4 },
    first: 'Above',
    last: 'Below',
  },
  'docx/mammoth_text-box.docx': {
    format: 'word',
    turns: 1,
    speakers: silent,
    first: 'Datum plane',
  },
  'docx/mammoth_underline.docx': {
    format: 'word',
    turns: 1,
    speakers: silent,
    first: 'The Sunset Tree',
  },
  'docx/mammoth_utf8-bom.docx': {
    format: 'word',
    turns: 1,
    speakers: silent,
    first: 'This XML has a byte order mark.',
  },
};

describe.skipIf(!hasSamples)(
  'the collection of transcripts beside the repository (skipped when it is not there)',
  () => {
    test.each(Object.entries(expected))(
      '%s reads as a person reads it',
      async (path, wanted) => {
        const parsed = await readTranscript(sample(path), {});
        const first = parsed.turns[0];
        const last = parsed.turns.at(-1);
        expect({
          format: parsed.format,
          turns: parsed.turns.length,
          speakers: speakers(parsed),
        }).toEqual({
          format: wanted.format,
          turns: wanted.turns,
          speakers: wanted.speakers,
        });
        if (wanted.times !== undefined)
          expect([first?.startMs, last?.endMs]).toEqual(wanted.times);
        if (wanted.first !== undefined) expect(first?.text).toBe(wanted.first);
        if (wanted.last !== undefined) expect(last?.text).toBe(wanted.last);
        if (wanted.encoding !== undefined) expect(parsed.encoding).toBe(wanted.encoding);
        const quiet = wanted.speakers['–'] === wanted.turns ? ['noSpeakers'] : [];
        expect(codes(parsed.warnings)).toEqual(wanted.warnings ?? quiet);
      },
    );

    test('the worked example has its 65 turns', async () => {
      const parsed = await readTranscript(sample('../examples/example_fg1.txt'), {});
      expect(speakers(parsed)).toEqual({ Moderator: 11, P1: 16, P2: 14, P3: 15, P4: 9 });
      expect(parsed.warnings).toEqual([]);
    });

    test('the last start of a file with times before its turns is the one written there', async () => {
      for (const path of [
        'sv_otter.txt',
        'sv_teams-copy-paste.txt',
        'sv_zoom-chat-style-tab.txt',
        'sv_timecode-prefix_brackets.txt',
      ]) {
        const parsed = await readTranscript(sample(`txt/${path}`), {});
        expect(parsed.turns.map(({ startMs }) => startMs)).toEqual([
          0, 6000, 14_000, 20_000, 25_000, 28_000, 41_000, 62_000, 3_671_000,
        ]);
      }
    });

    test('captions of a film keep their dashes as changes of voice', async () => {
      const parsed = await readTranscript(sample('vtt/swedish_elephantsdream.vtt'), {});
      const lines = said(parsed);
      expect(lines).toContain('Emo. blunda. Varför då?');
      expect(lines).toContain('Blunda!');
      expect(lines.join(' ')).not.toMatch(/^- /m);
    });

    test('a recording from Stream without names becomes paragraphs at its pauses, all words kept', async () => {
      const parsed = await readTranscript(
        sample('vtt/onedrive-stream-2022_bom_guid-cues.vtt'),
        {},
      );
      expect(parsed.turns[0]).toMatchObject({
        speaker: null,
        text: 'Recording.',
        startMs: 8710,
        endMs: 9280,
      });
      expect(
        parsed.turns[1]?.text.startsWith(
          'Okay. So welcome. OK, so has been as we talked about just before.',
        ),
      ).toBe(true);
      expect(parsed.turns.at(-1)?.text.endsWith('non Asian friends.')).toBe(true);
      expect(codes(parsed.changes)).toContain('newlines');
    });

    test('a Chinese file is read as uncertain, with its own encoding among the candidates', async () => {
      const parsed = await readTranscript(sample('srt/gb2312.srt'), {});
      expect(parsed.encodingCertainty).toBe('uncertain');
      expect(codes(parsed.warnings)).toContain('encodingUncertain');
      const candidate = parsed.encodingCandidates.find(
        ({ encoding }) => encoding === 'gb18030',
      );
      expect(candidate?.sample).toContain('他能徒手抓住子弹');
      const again = await readTranscript(sample('srt/gb2312.srt'), {
        encoding: 'gb18030',
      });
      expect(again.turns[0]?.text).toContain('他能徒手抓住子弹');
    });
  },
);
