import { buildExample, exampleDescription } from '../../electron/example.ts';
import { createCategory } from '../../electron/project/categories.ts';
import { createCode } from '../../electron/project/codes.ts';
import { codeUnits } from '../../electron/project/codings.ts';
import {
  addQuestions,
  newVersion,
  rewordQuestion,
} from '../../electron/project/questions/guide.ts';
import type { ReadableProject, WritableProject } from '../../electron/project/handle.ts';
import { markListened, verifyTranscript } from '../../electron/project/listening.ts';
import {
  condenseUnit,
  interpretUnit,
  markUnit,
  retireUnits,
  starUnits,
} from '../../electron/project/meaningUnits.ts';
import { keepLeft } from '../../electron/project/privacy/leftWords.ts';
import { keepOldWords } from '../../electron/project/privacy/oldWords.ts';
import { passCoverage } from '../../electron/project/coverage.ts';
import { writeMemo } from '../../electron/project/memos.ts';
import {
  beginQuestions,
  rejectBorders,
  setTurnsApart,
} from '../../electron/project/questions/questionBorders.ts';
import { markPseudonymised } from '../../electron/project/privacy/pseudonymisations.ts';
import { addAnalyst } from '../../electron/project/projects.ts';
import { leaveQuestionOut } from '../../electron/project/questions/guideVersions.ts';
import { writeSummary } from '../../electron/project/questions/summaries.ts';
import { attachSound } from '../../electron/project/sounds.ts';
import { createTheme, linkTheme } from '../../electron/project/themes.ts';
import { importTranscript, setTurnsAside } from '../../electron/project/transcripts.ts';
import type {
  AnalystId,
  AttributeId,
  CategoryId,
  CodeId,
  GuideVersionId,
  MeaningUnitId,
  MemoId,
  ParticipantId,
  PassageId,
  QuestionId,
  SpeakerId,
  ThemeId,
  TranscriptId,
  TurnId,
} from '../../shared/domain/ids.ts';
import { letPassageWait } from '../../electron/project/privacy/waitingPassages.ts';
import { describePeople } from './aboutPeople.ts';
import { newProject, type TestProject } from './newProject.ts';

export const interview = {
  name: 'Intervju Vera',
  kind: 'interview' as const,
  turns: [
    { speaker: 'I', text: 'Hur var det att komma hem?', startMs: 0, endMs: 2_400 },
    {
      speaker: 'Vera',
      text: 'Tyst. Väldigt tyst 👩‍👩‍👧 och ensamt.\nJag åkte tillbaka dagen efter.',
      startMs: 2_400,
      endMs: 9_000,
    },
    { speaker: 'I', text: 'Tillbaka?', startMs: 9_000, endMs: 9_800 },
    {
      speaker: 'Vera',
      text: 'Till avdelningen. Där fanns det någon.',
      startMs: null,
      endMs: null,
    },
    { speaker: null, text: 'Ett samtal utifrån avbryter.', startMs: null, endMs: null },
    { speaker: 'Vera', text: 'Ja.', startMs: null, endMs: null },
  ],
  speakers: [{ label: 'I', role: 'moderator' as const }],
  report: {
    fileName: 'vera.txt',
    sha256: 'ab'.repeat(32),
    format: 'plainText',
    encoding: 'utf-8',
    changes: [],
    warnings: [],
  },
};

/** The ids of everything in a project, in a fixed order. */
export interface Ids {
  readonly transcripts: readonly TranscriptId[];
  readonly turns: readonly TurnId[];
  readonly speakers: readonly SpeakerId[];
  readonly participants: readonly ParticipantId[];
  readonly attributes: readonly AttributeId[];
  /** Active ones. */
  readonly units: readonly MeaningUnitId[];
  readonly retired: readonly MeaningUnitId[];
  readonly codes: readonly CodeId[];
  readonly categories: readonly CategoryId[];
  readonly themes: readonly ThemeId[];
  readonly memos: readonly MemoId[];
  readonly analysts: readonly AnalystId[];
  readonly setAside: readonly TurnId[];
  readonly listened: readonly TurnId[];
  /** Units in doubt. */
  readonly inDoubt: readonly MeaningUnitId[];
  readonly questions: readonly QuestionId[];
  readonly guideVersions: readonly GuideVersionId[];
  /** Turns at which a question begins, those that stand apart, and those where none was to begin. */
  readonly borders: readonly TurnId[];
  readonly apart: readonly TurnId[];
  readonly rejected: readonly TurnId[];
  readonly passages: readonly PassageId[];
}

export function idsOf(project: ReadableProject): Ids {
  const list = <Id>(sql: string) => project.all<{ id: Id }>(sql).map((row) => row.id);
  return {
    transcripts: list('SELECT id FROM transcripts ORDER BY position'),
    turns: list(
      `SELECT turns.id FROM turns JOIN transcripts ON transcripts.id = transcript_id
       ORDER BY transcripts.position, turns.position`,
    ),
    speakers: list('SELECT id FROM speakers ORDER BY transcript_id, position'),
    participants: list('SELECT id FROM participants ORDER BY position'),
    attributes: list('SELECT id FROM attributes ORDER BY position'),
    units: list("SELECT id FROM meaning_units WHERE status = 'active' ORDER BY number"),
    retired: list(
      `SELECT id FROM meaning_units WHERE status = 'retired'
         AND id NOT IN (SELECT unit_id FROM waiting_units) ORDER BY number`,
    ),
    codes: list('SELECT id FROM codes ORDER BY id'),
    categories: list('SELECT id FROM categories ORDER BY depth, id'),
    themes: list('SELECT id FROM themes ORDER BY id'),
    memos: list('SELECT id FROM memos ORDER BY id'),
    analysts: list('SELECT id FROM analysts ORDER BY id'),
    setAside: list('SELECT turn_id AS id FROM set_asides ORDER BY id'),
    listened: list('SELECT turn_id AS id FROM listened_turns ORDER BY id'),
    inDoubt: list(
      'SELECT id FROM meaning_units WHERE review_reason IS NOT NULL ORDER BY number',
    ),
    questions: list('SELECT id FROM questions ORDER BY position'),
    guideVersions: list('SELECT id FROM guide_versions ORDER BY number'),
    borders: list(
      `SELECT turn_id AS id FROM question_borders JOIN turns ON turns.id = turn_id
       ORDER BY transcript_id, turns.position`,
    ),
    apart: list('SELECT turn_id AS id FROM turn_questions ORDER BY id'),
    rejected: list('SELECT turn_id AS id FROM rejected_borders ORDER BY id'),
    passages: list('SELECT id FROM waiting_passages ORDER BY id'),
  };
}

/** What is known of a recording; no such file is anywhere. */
export const aSound = {
  fileName: 'intervju.wav',
  mediaType: 'audio/wav',
  bytes: 24_044,
  fingerprint: 'a'.repeat(64),
  sha256: null,
} as const;

const none = { unitIds: [], codeIds: [], categoryIds: [] };

/** What the example lacks: units over several turns, overlaps, doubt, placement at every level, links of every kind. */
function addVariety(project: WritableProject): void {
  addAnalyst(project, { name: 'Bo Ek' });
  importTranscript(project, {
    ...interview,
    turns: [...interview.turns],
    speakers: [...interview.speakers],
  });
  const { turns, units, codes } = idsOf(project);
  const [, tyst, , avdelningen, , ja] = turns.slice(-6);
  const acrossTurns = markUnit(project, {
    spans: [
      { turnId: tyst!, start: 0, end: 5 },
      { turnId: avdelningen!, start: 0, end: 17 },
      { turnId: ja!, start: 0, end: 3 },
    ],
  }).id;
  const overlapping = markUnit(project, {
    spans: [
      { turnId: turns[4]!, start: 20, end: 90 },
      { turnId: turns[5]!, start: 0, end: 11 },
    ],
  }).id;
  const inside = markUnit(project, {
    spans: [{ turnId: turns[4]!, start: 30, end: 60 }],
  }).id;
  const retired = markUnit(project, {
    spans: [{ turnId: turns[0]!, start: 0, end: 31 }],
  }).id;
  condenseUnit(project, {
    unitId: acrossTurns,
    text: 'Tyst hemma, någon på avdelningen',
  });
  interpretUnit(project, { unitId: acrossTurns, text: 'Ensamhet utanför vården' });
  starUnits(project, { unitIds: [acrossTurns, units[0]!], isQuotable: true });
  retireUnits(project, { unitIds: [retired], reason: 'bara moderatorn' });
  project.run("UPDATE meaning_units SET review_reason = 'edited' WHERE id = :id", {
    id: inside,
  });
  keepOldWords(project, [inside]);
  project.run("UPDATE review_spans SET text = 'Orden som de stod ' || text");
  const code = (name: string, categoryId?: CategoryId) =>
    createCode(project, { name, definition: `${name}, beskrivet`, categoryId }).id;
  const { categories } = idsOf(project);
  const main = categories.at(-1)!;
  const unplaced = code('tyst hem');
  const underMain = code('trygg på avdelning', main);
  codeUnits(project, {
    unitIds: [acrossTurns],
    codeIds: [unplaced, underMain],
    create: [],
  });
  codeUnits(project, {
    unitIds: [overlapping, retired],
    codeIds: [codes[0]!, codes[1]!],
    create: [],
  });
  code('ännu oanvänd');
  createCategory(project, {
    name: 'Tom underkategori',
    depth: 1,
    parentId: null,
    codeIds: [],
    categoryIds: [],
  });
  const { id: themeId } = createTheme(project, { name: 'Ensamhet', parentId: null });
  const sub = createTheme(project, { name: 'Ensam hemma', parentId: themeId }).id;
  linkTheme(project, {
    themeId,
    ...none,
    unitIds: [acrossTurns],
    codeIds: [unplaced, codes[2]!],
  });
  linkTheme(project, { themeId: sub, ...none, categoryIds: [main] });
  for (const about of [
    {},
    { transcriptId: idsOf(project).transcripts[1]! },
    { unitId: overlapping },
    { codeId: unplaced },
    { categoryId: main },
    { themeId: sub },
  ])
    writeMemo(project, { text: 'Ett minne\nmed två rader', ...about });
  setTurnsAside(project, { turnIds: [turns.at(-2)!], reason: 'avbrott' });
  const [transcriptId] = idsOf(project).transcripts;
  writeMemo(project, { transcriptId, kind: 'reading', text: 'Läst en gång.' });
  passCoverage(project, { transcriptId: transcriptId! });
  const interviewed = idsOf(project).transcripts[1]!;
  attachSound(project, { ...aSound, transcriptId: interviewed });
  markListened(project, { turnIds: turns.slice(-3) });
  verifyTranscript(project, { transcriptId: interviewed, date: '2026-03-04' });
  addGuide(project);
  describePeople(project, idsOf(project).participants);
  keepLeft(project, ['Vera']);
  markPseudonymised(project, { transcriptId: interviewed, date: '2026-03-05' });
  letWait(project, turns.at(-4)!);
}

/** A reply that waits out of sight, with the unit that it is all of. */
function letWait(project: WritableProject, turnId: TurnId): void {
  const spans = [{ turnId, start: 0, end: 9 }];
  markUnit(project, { spans });
  letPassageWait(project, { spans, reason: 'hälsa', deadline: '2026-06-01' });
}

/** A guide of two versions, with a question of each in the talk, turns apart and outside, and a rejected proposal. */
function addGuide(project: WritableProject): void {
  const { ids } = addQuestions(project, {
    questions: [
      { text: 'Hur fick ni veta vad en SIP är?', kind: 'opening' },
      { text: 'Hur var mötet?', kind: 'main' },
    ],
  });
  const [told, meeting] = ids;
  const { turns } = idsOf(project);
  beginQuestions(project, {
    borders: [
      { turnId: turns[0]!, questionId: told! },
      { turnId: turns[5]!, questionId: meeting! },
      { turnId: turns[10]!, questionId: null },
    ],
  });
  setTurnsApart(project, { turnIds: [turns[7]!], questionId: told! });
  rejectBorders(project, { turnIds: [turns[12]!] });
  const versionId = newVersion(project).id;
  rewordQuestion(project, { questionId: meeting!, versionId, text: 'Hur blev mötet?' });
  addQuestions(project, {
    questions: [{ text: 'Vad hände efteråt?', kind: 'closing' }],
    versionId,
  });
  beginQuestions(project, { borders: [{ turnId: turns.at(-3)!, questionId: meeting! }] });
  leaveQuestionOut(project, { questionId: meeting!, versionId });
  const [transcriptId] = idsOf(project).transcripts;
  writeSummary(project, {
    questionId: told!,
    transcriptId: transcriptId!,
    text: 'Få visste något.',
  });
  writeSummary(project, {
    questionId: told!,
    transcriptId: null,
    text: 'Som i alla grupper.',
  });
}

/** The worked example and an interview, with everything in it that a project can hold. */
export function sampleProject(): TestProject {
  const project = newProject(exampleDescription());
  project.write((writing) => {
    buildExample(writing);
    addVariety(writing);
  }, 'example.build');
  return project;
}
