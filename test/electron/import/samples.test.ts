import { describe, expect, test } from 'vitest';

import { readTranscript } from '../../../electron/import/readTranscript.ts';
import { expectedSamples } from '../../fixtures/import/expectedSamples.ts';
import { codes, hasSamples, sample, said, speakers } from '../../support/importing.ts';

function omitUndefined(
  record: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  );
}

describe.skipIf(!hasSamples)(
  'the collection of transcripts beside the repository (skipped when it is not there)',
  () => {
    test.each(Object.entries(expectedSamples))(
      '%s reads as a person reads it',
      async (path, wanted) => {
        const parsed = await readTranscript(sample(path), {});
        expect(parsed.turns).toHaveLength(wanted.turns);
        expect({ format: parsed.format, speakers: speakers(parsed) }).toEqual({
          format: wanted.format,
          speakers: wanted.speakers,
        });
        const first = parsed.turns[0];
        const last = parsed.turns.at(-1);
        const read = {
          times: [first?.startMs, last?.endMs],
          first: first?.text,
          last: last?.text,
          encoding: parsed.encoding,
        };
        const { times, encoding } = wanted;
        expect(read).toMatchObject(
          omitUndefined({ times, first: wanted.first, last: wanted.last, encoding }),
        );
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
