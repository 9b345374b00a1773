import type { Output } from '../../shared/api.ts';
import type { TablePreview } from '../../shared/domain/survey.ts';
import { columnUses, type ColumnUse } from '../../shared/text/proposeColumns.ts';
import { BadCall } from './call.ts';
import {
  ask,
  openToWrite,
  operand,
  pathFrom,
  type Answer,
  type Ground,
} from './ground.ts';

const isUse = (word: string): word is ColumnUse => columnUses.some((use) => use === word);

/** `Kön=attribute,7=answer`: headings or numbers from 1, each with its use. */
function chosenUses(columns: string): ReadonlyMap<string, ColumnUse> {
  const uses = new Map<string, ColumnUse>();
  for (const part of columns.split(',')) {
    const at = part.lastIndexOf('=');
    const use = part.slice(at + 1).trim();
    if (at < 1 || !isUse(use)) throw new BadCall('cli.badColumns', { part });
    uses.set(part.slice(0, at).trim().toLocaleLowerCase(), use);
  }
  return uses;
}

/** What is named, as it is named; `proposed` leaves all columns to what was proposed. */
function columnsFor({ sheets }: TablePreview, columns: string) {
  const proposed = sheets[0]?.columns ?? [];
  if (columns === 'proposed') return proposed;
  const uses = chosenUses(columns);
  const named = proposed.map((column) => ({
    column,
    key: [column.heading.toLocaleLowerCase(), String(column.index + 1)].find((key) =>
      uses.has(key),
    ),
  }));
  for (const key of uses.keys())
    if (!named.some((one) => one.key === key))
      throw new BadCall('cli.badColumns', { part: key });
  return named.map(({ column, key }) => ({
    ...column,
    use: (key === undefined ? undefined : uses.get(key)) ?? ('ignore' as const),
  }));
}

async function importOne(
  ground: Ground,
  path: string,
  columns: string,
): Promise<Output<'surveys.run'>> {
  const { fileId } = await ask(ground, 'imports.stage', { path });
  const table = await ask(ground, 'tables.preview', { fileId });
  return ask(ground, 'surveys.run', {
    fileId,
    columns: columnsFor(table, columns).map(({ index, use, type }) => ({
      index,
      use,
      type,
    })),
  });
}

/** Reads tables in as surveys, each row a participant and each open question a transcript. */
export async function importSurveys(ground: Ground, columns: string): Promise<Answer> {
  operand(ground, 1, 'PATH');
  await openToWrite(ground);
  const { say } = ground;
  const surveys: {
    readonly file: string;
    readonly people: number;
    readonly transcripts: readonly string[];
  }[] = [];
  for (const given of ground.call.operands.slice(1)) {
    const path = pathFrom(given);
    const { people, imported } = await importOne(ground, path, columns);
    const transcripts = imported.map(({ transcriptId }) => transcriptId);
    surveys.push({ file: path, people, transcripts });
  }
  return {
    value: { surveys },
    lines: surveys.map(({ file, people, transcripts }) =>
      say('cli.importedSurvey', { file, count: people, transcripts: transcripts.length }),
    ),
    status: 0,
  };
}
