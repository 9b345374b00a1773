import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';

import { unitsOfTranscript } from '../../electron/project/markedUnits.ts';
import { markUnit } from '../../electron/project/meaningUnits.ts';
import { reviews } from '../../electron/project/turns/reviews.ts';
import { importTranscript, readTranscript } from '../../electron/project/transcripts.ts';
import { correctTurn } from '../../electron/project/turns/turns.ts';
import {
  closeDraft,
  draftNow,
  followTyping,
  isChanged,
  layoutOf,
  openDraft,
  rebase,
} from '../../renderer/transcript/correcting/draft.ts';
import { fatesOf } from '../../renderer/transcript/correcting/draftFates.ts';
import { applyEdits } from '../../shared/text/textEdit.ts';
import { newProject, type TestProject } from '../support/newProject.ts';
import { transcriptText, typedText } from '../support/randomTexts.ts';

function read(project: TestProject, texts: readonly string[]) {
  const { transcriptId } = project.write((on) =>
    importTranscript(on, {
      name: 'Samtal',
      kind: 'interview',
      turns: texts.map((text) => ({ speaker: 'P1', startMs: null, endMs: null, text })),
      speakers: [],
      report: {
        fileName: 'samtal.txt',
        sha256: '',
        format: 'plainText',
        encoding: 'utf-8',
        changes: [],
        warnings: [],
      },
    }),
  );
  return () => readTranscript(project.read, { transcriptId });
}

/** Typing over so many characters at a place. */
const typing = fc.tuple(fc.nat(400), fc.nat(8), typedText);

/** Two ends, by which a unit is marked. */
const ends = fc.tuple(fc.nat(400), fc.nat(400));

afterEach(closeDraft);

describe('a turn that is being corrected', () => {
  test('shows of every unit what the file holds when it is saved', () => {
    const project = newProject();
    try {
      fc.assert(
        fc.property(
          transcriptText.filter((text) => text.trim().length > 3),
          fc.array(ends, { minLength: 1, maxLength: 4 }),
          fc.array(typing, { minLength: 1, maxLength: 5 }),
          (text, marked, typed) => {
            const transcript = read(project, [text, 'Och sedan var det slut.']);
            const [turn, next] = transcript().turns;
            for (const [a, b] of marked) {
              const [from, to] = [a % turn!.text.length, b % turn!.text.length];
              const [start, end] = [Math.min(from, to), Math.max(from, to) + 1];
              if (turn!.text.slice(start, end).trim() === '') continue;
              const spans = [
                { turnId: turn!.id, start, end },
                // Every other unit goes on in the next turn.
                ...(a % 2 === 0 ? [{ turnId: next!.id, start: 0, end: 3 }] : []),
              ];
              try {
                project.write((on) => markUnit(on, { spans }));
              } catch {
                // A place inside a character cannot be marked.
              }
            }
            const { id: transcriptId, turns } = transcript();
            const before = unitsOfTranscript(project.read, { transcriptId });
            openDraft(transcript(), turn!, { start: 0, end: 0 });
            for (const [at, length, words] of typed) {
              const { text: stands } = draftNow()!;
              const start = at % (stands.length + 1);
              const end = Math.min(stands.length, start + length);
              followTyping(
                applyEdits(stands, [{ start, end, text: words }]),
                start + words.length,
              );
            }
            const draft = draftNow()!;
            if (!isChanged(draft)) return;
            const shown = fatesOf(layoutOf(draft), before, turns);
            const { inDoubt } = project.write((on) =>
              correctTurn(on, { turnId: turn!.id, edits: [...draft.edits] }),
            );
            expect(transcript().turns[0]!.text).toBe(layoutOf(draft).after[0]!.text);
            const after = unitsOfTranscript(project.read, { transcriptId });
            const spansOf = (id: string) =>
              after.find((unit) => unit.id === id)?.spans ?? [];
            for (const { unit, spans, isForReview } of shown) {
              expect(spansOf(unit.id)).toEqual(
                spans.map(({ turnId, start, end }) => [
                  turns.findIndex(({ id }) => id === turnId),
                  start,
                  end,
                ]),
              );
              expect(inDoubt.includes(unit.id)).toBe(isForReview);
            }
            expect(
              reviews(project.read).filter((one) => one.transcriptId === transcriptId),
            ).toHaveLength(inDoubt.length);
          },
        ),
        { numRuns: 150 },
      );
    } finally {
      project.remove();
    }
  });

  test('keeps what is typed when the turn is changed by a step from elsewhere', () => {
    const project = newProject();
    try {
      const transcript = read(project, ['Det var tyst.']);
      openDraft(transcript(), transcript().turns[0]!, { start: 0, end: 0 });
      followTyping('Det var alldeles tyst.', 17);
      rebase('Det var mycket tyst.');
      const draft = draftNow()!;
      expect(draft.text).toBe('Det var alldeles tyst.');
      expect(draft.isRebased).toBe(true);
      expect(applyEdits('Det var mycket tyst.', draft.edits)).toBe(draft.text);
    } finally {
      project.remove();
    }
  });

  test('is written as it will be stored: a letter and the mark typed after it are one', () => {
    const project = newProject();
    try {
      const transcript = read(project, ['Cafe.']);
      openDraft(transcript(), transcript().turns[0]!, { start: 0, end: 0 });
      expect(followTyping('Cafe\u0301.', 5)).toBe('Café.');
    } finally {
      project.remove();
    }
  });
});
