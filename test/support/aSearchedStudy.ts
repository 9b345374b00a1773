import type { Input } from '../../shared/api.ts';
import type { SearchAnswer } from '../../shared/domain/search.ts';
import { begin, description } from './sessionAtWork.ts';
import { temporaryFolder } from './temporaryFolder.ts';

export type Said = readonly (readonly [speaker: string, text: string])[];

const focusGroup: Said = [
  ['Moderator', 'Hur har ni det på jobbet?'],
  [
    'P1',
    'Arbetsmiljön är bra, men far min får inte ha får på E-post: it’s svår att förstå.',
  ],
  ['P2', 'Det var svårt. Miljö, säger ni? Jag tänker på arbets\u00admil\u00adjön 😀.'],
  ['P1', 'Ja, for far till Faro?'],
];
const interview: Said = [
  ['I', 'Berätta om miljön.'],
  ['Anna', 'Miljön, ja. Far vet mer. Svår att förstå är den.'],
];

export type Ask = ReturnType<typeof begin>['ask'];

/** A transcript of just that; whoever is called Moderator or I leads it. */
export async function readIn(ask: Ask, name: string, said: Said) {
  const labels = [...new Set(said.map(([label]) => label))];
  const { transcriptId } = await ask('transcripts.import', {
    name,
    kind: 'focusGroup',
    turns: said.map(([speaker, text]) => ({ speaker, startMs: null, endMs: null, text })),
    speakers: labels.map((label) => ({
      label,
      role: ['Moderator', 'I'].includes(label) ? 'moderator' : 'participant',
    })),
    report: {
      fileName: `${name}.txt`,
      sha256: '',
      format: 'text',
      encoding: 'utf-8',
      changes: [],
      warnings: [],
    },
  });
  const { turns } = await ask('transcripts.read', { transcriptId });
  return { transcriptId, turns };
}

/** A focus group and an interview with words that are easily taken for others. */
export async function study() {
  const folder = temporaryFolder();
  const started = begin(folder);
  const path = `${folder}/study.utsaga`;
  await started.ask('project.create', { path, description, analyst: 'Eva Lind' });
  const first = await readIn(started.ask, 'Fokusgrupp', focusGroup);
  const second = await readIn(started.ask, 'Intervju', interview);
  const find = (input: Input<'search.find'>) => started.ask('search.find', input);
  const said = async (input: Omit<Input<'search.find'>, 'scopes'>) =>
    spoken(await find({ scopes: ['turns'], ...input }));
  return { ...started, folder, path, first, second, find, said };
}

/** Where each hit is and what it says. */
export const spoken = ({ turns }: SearchAnswer) =>
  (turns?.hits ?? []).map(({ turnLabel, passage }) => `${turnLabel} ${passage.words}`);
