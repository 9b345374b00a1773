import { statSync } from 'node:fs';

import { readable } from '../../electron/project/handle.ts';
import { createProjectFile, openProject } from '../../electron/project/file/open.ts';
import { beginProject } from '../../electron/project/projects.ts';
import { indexForAWhile } from '../../electron/project/search/searchIndex.ts';
import { aDescription } from '../support/newProject.ts';
import { randomFrom } from './syntheticStudy.ts';

export interface ManyWords {
  readonly transcripts: number;
  /** In each transcript. */
  readonly turns: number;
  readonly words: number;
}

const common =
  'och det att jag som en på är av för med inte man den har de om ett var så när men vi vad'.split(
    ' ',
  );
const beginnings =
  'arbets möte plan samord handlägg boende kommun vård hem kök familje lärar skol natt dag sommar kålrots'.split(
    ' ',
  );
const middles = 'miljö nar läg stöd fråg svar hjälp rum tid ordna kontakt'.split(' ');
const endings = ' en er erna et ar are arna ade at des igt'.split(' ');

/** Some 20,000 words as Swedish has them: few that are said all the time, many that are seldom said. */
function vocabulary(): readonly string[] {
  const made = beginnings.flatMap((beginning) =>
    middles.flatMap((middle) => endings.map((ending) => beginning + middle + ending)),
  );
  const twice = made.flatMap((word, n) =>
    n % 2 === 0 ? [word, `${word}s${made[(n * 7) % made.length]}`] : [word],
  );
  return [...common, 'samordnare', 'miljö', ...twice];
}

/** The turns of one transcript after the other; the words are drawn as they are in speech (Zipf). */
export function* manyTranscripts(size: ManyWords): Generator<readonly string[]> {
  const random = randomFrom(3);
  const words = vocabulary();
  const draw = () => words[Math.floor(words.length ** random() - 1)] ?? 'och';
  const ofTurn = size.words / size.turns;
  for (let n = 0; n < size.transcripts; n += 1)
    yield Array.from({ length: size.turns }, () =>
      Array.from({ length: Math.round(ofTurn * (0.4 + 1.2 * random())) }, draw).join(' '),
    );
}

/** A project of these transcripts, indexed; milliseconds of the processor that indexing took, and how large the file is. */
export function projectOfMany(path: string, transcripts: Iterable<readonly string[]>) {
  createProjectFile(path, false);
  const project = openProject(path, { initials: '' });
  project.steps.step(
    { label: 'project.create', analystId: null, isBeginning: true },
    (writing) =>
      beginProject(writing, { description: aDescription(), analyst: 'Eva Lind' }),
  );
  const { db } = project;
  const transcript = db.prepare(
    `INSERT INTO transcripts (id, position, name, kind, language, status, created_at)
     VALUES (?, ?, ?, 'interview', 'sv', 'imported', '')`,
  );
  const turn = db.prepare(
    'INSERT INTO turns (id, transcript_id, position, label, text) VALUES (?, ?, ?, ?, ?)',
  );
  const at = (n: number) => String(n).padStart(8, '0');
  let n = 0;
  for (const turns of transcripts) {
    n += 1;
    const id = `01930000-0000-7000-8000-${at(n)}0000`;
    db.transaction(() => {
      transcript.run(id, at(n), `Intervju ${n}`);
      for (const [index, text] of turns.entries())
        turn.run(
          `01930000-0000-7000-8001-${at(n)}${String(index).padStart(4, '0')}`,
          id,
          at(index),
          `r${index + 1}`,
          text,
        );
    })();
  }
  db.pragma('wal_checkpoint(TRUNCATE)');
  const bare = statSync(path).size;
  const reading = readable(db);
  const before = process.cpuUsage();
  while (!indexForAWhile(db, reading, 20));
  const { user, system } = process.cpuUsage(before);
  project.close();
  const after = statSync(path).size;
  return {
    indexing: (user + system) / 1000,
    megabytes: after / 1e6,
    indexMegabytes: (after - bare) / 1e6,
  };
}
