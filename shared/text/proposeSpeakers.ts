import type { ParsedTurn } from '../domain/importedTranscript.ts';
import type { ProposedSpeaker } from '../domain/importing.ts';
import { countWords } from './countWords.ts';
import { nearlyEqualLabels, proposeRole } from './proposeRoles.ts';

/** The speakers of a parsed transcript in the order they first speak, with the role and the likeness each is taken to have. */
export function proposeSpeakers(turns: readonly ParsedTurn[]): ProposedSpeaker[] {
  const tallies = new Map<string, { turns: number; words: number }>();
  for (const { speaker, text } of turns) {
    if (speaker === null) continue;
    const tally = tallies.get(speaker) ?? { turns: 0, words: 0 };
    tally.turns += 1;
    tally.words += countWords(text);
    tallies.set(speaker, tally);
  }
  const labels = [...tallies.keys()];
  const nearly = nearlyEqualLabels(
    new Map([...tallies].map(([label, tally]) => [label, tally.turns])),
  );
  return [...tallies].map(([label, tally]) => ({
    label,
    role: proposeRole(label, labels),
    turns: tally.turns,
    words: tally.words,
    nearly: nearly.get(label) ?? null,
  }));
}
