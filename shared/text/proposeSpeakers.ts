import type { ProposedSpeaker } from '../domain/importing.ts';
import { countWords } from './countWords.ts';
import { nearlyEqualLabels, proposeRole } from './proposeRoles.ts';

/** The labels of a file in the order they are first heard, with what each has said and who it probably is. */
export function proposeSpeakers(
  turns: readonly { readonly speaker: string | null; readonly text: string }[],
): readonly ProposedSpeaker[] {
  const said = new Map<string, { turns: number; words: number }>();
  for (const { speaker, text } of turns) {
    if (speaker === null) continue;
    const known = said.get(speaker) ?? { turns: 0, words: 0 };
    said.set(speaker, { turns: known.turns + 1, words: known.words + countWords(text) });
  }
  const labels = [...said.keys()];
  const nearly = nearlyEqualLabels(
    new Map([...said].map(([label, { turns: n }]) => [label, n])),
  );
  return [...said].map(([label, counts]) => ({
    label,
    role: proposeRole(label, labels),
    ...counts,
    nearly: nearly.get(label) ?? null,
  }));
}
